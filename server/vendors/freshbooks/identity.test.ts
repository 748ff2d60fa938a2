import pino from "pino";
import { describe, expect, it } from "vitest";
import { fetchIdentity } from "./identity";

const business = {
  id: 550_001,
  name: "Byte Ltd",
  account_id: "aB3dE9",
  timezone: "America/New_York",
  active: true,
};

function identify(response: object) {
  return fetchIdentity({
    baseUrl: "https://api.example",
    accessToken: () => Promise.resolve("t"),
    fetch: () => Promise.resolve(new Response(JSON.stringify({ response: { id: 770_001, ...response } }))),
    clock: { now: () => new Date(0) },
    log: pino({ level: "silent" }),
  });
}

async function reasonFor(membership: object, roles: object[] = []): Promise<string | null | undefined> {
  const { businesses } = await identify({ business_memberships: [membership], roles });
  expect(businesses[0]?.usable).toBe(businesses[0]?.reason === null);
  return businesses[0]?.reason;
}

describe("fetchIdentity", () => {
  it("lets an owner connect", async () => {
    expect(await reasonFor({ role: "owner", business })).toBeNull();
  });

  it.each([
    [
      "has no accounting account",
      { role: "owner", business: { ...business, account_id: null } },
      [],
      "no invoicing",
    ],
    ["is not active", { role: "owner", business: { ...business, active: false } }, [], "not active"],
    ["counts the person among its clients", { role: "client", business }, [], "You are a client"],
    [
      "knows the person as a client in its accounting",
      { role: "contractor", business },
      [{ role: "client", accountid: "aB3dE9" }],
      "You are a client",
    ],
  ])("says why when the business %s", async (_what, membership, roles, words) => {
    expect(await reasonFor(membership, roles)).toContain(words);
  });

  it("does not mind being a client of another account", async () => {
    expect(
      await reasonFor({ role: "owner", business }, [{ role: "client", accountid: "Qq1Ww2" }]),
    ).toBeNull();
  });

  it("bears an identity without businesses, names or zone", async () => {
    expect(await identify({})).toEqual({ identityId: "770001", email: "", name: "", businesses: [] });
    const { businesses } = await identify({ business_memberships: [{ role: "owner", business: { id: 1 } }] });
    expect(businesses).toMatchObject([{ businessId: "1", accountId: null, timezone: null, usable: false }]);
  });

  it("keeps the membership's id and the business's apart", async () => {
    const { businesses } = await identify({ business_memberships: [{ id: 88, role: "owner", business }] });
    expect(businesses[0]?.businessId).toBe("550001");
  });
});
