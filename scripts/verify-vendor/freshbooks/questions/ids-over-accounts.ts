import { found, undecided } from "../../question";
import type { FreshbooksQuestion } from "../probe";
import { makeClient } from "../workbench";

/** Whether one sequence numbers the records of all accounts. */
export const idsOverAccounts: FreshbooksQuestion = {
  id: "ids-over-accounts",
  asks: "Does each account number its clients by itself, so that ids recur over accounts?",
  facts: "§14.8",
  needs: ["write", "second-account"],
  variants: {
    unique: {
      product: "Everything is kept by workspace and id all the same.",
      sandbox: { idsSharedAcrossAccounts: false },
    },
    recurring: {
      product: "Everything is kept by workspace and id, and a workspace has one account.",
      sandbox: { idsSharedAcrossAccounts: true },
    },
  },
  async run(probe) {
    const first = await makeClient(probe);
    const other = await makeClient(probe, probe.credentials.secondAccountId);
    const second = await makeClient(probe);
    const evidence = `made in turn: ${first} here, ${other} there, ${second} here`;
    if (first < other && other < second) return found("unique", evidence);
    if (other <= first || second === first + 1) return found("recurring", evidence);
    return undecided("others made clients meanwhile: ask again", evidence);
  },
};
