import { found, undecided } from "../../question";
import { makeGrant } from "../consent";
import { accounting } from "../probe";
import type { FreshbooksProbe, FreshbooksQuestion } from "../probe";

/** What is left in the bucket of a list of an account, after asking for it with a token. */
async function leftAfter(probe: FreshbooksProbe, account: string, token?: string): Promise<number> {
  const path = accounting(account, "users/clients");
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const reply = await probe.api.call("GET", path, { headers, query: { per_page: "1" } });
  return Number(reply.headers.get("x-ratelimit-remaining") ?? "NaN");
}

/** Whose calls are counted together. */
export const rateBucket: FreshbooksQuestion = {
  id: "rate-bucket",
  asks: "Whose calls share a limit: a token's, an account's, or the app's?",
  facts: "§7, §13",
  needs: ["public", "app", "person", "second-account"],
  variants: {
    token: {
      product: "Each connection has its own; a 429 delays its own work alone.",
      sandbox: { rateBucket: "token" },
    },
    account: {
      product: "Two workspaces on one account share it; a 429 delays its own work alone.",
      sandbox: { rateBucket: "account" },
    },
    app: {
      product: "All workspaces share it; each obeys its own 429.",
      sandbox: { rateBucket: "app" },
    },
  },
  async run(probe) {
    const { accountId, secondAccountId = accountId } = probe.credentials;
    await makeGrant(probe);
    const other = await makeGrant(probe, { who: "another member" });
    const start = await leftAfter(probe, accountId);
    await leftAfter(probe, accountId, other.access);
    const afterOther = await leftAfter(probe, accountId);
    await leftAfter(probe, secondAccountId, other.access);
    const afterBoth = await leftAfter(probe, accountId);
    const evidence = `left: ${start}; after another token ${afterOther}; after another account ${afterBoth}`;
    if (Number.isNaN(start + afterBoth) || afterBoth > start) {
      return undecided("a new minute began, or the header is missing: ask again", evidence);
    }
    if (start - afterOther === 1) return found("token", evidence);
    return found(afterOther - afterBoth === 1 ? "account" : "app", evidence);
  },
};
