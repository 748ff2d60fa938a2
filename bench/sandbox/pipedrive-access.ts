import { z } from "zod";

import { KeepAliveClient } from "../lib/keep-alive-client";

const companySchema = z.object({
  company: z.object({ id: z.int() }),
  users: z.array(z.object({ apiToken: z.string() })).min(1),
});
const fieldSchema = z.object({ data: z.object({ field_code: z.string() }) });

const FIELDS = 8;

/** A company large enough for the benchmark, and a client that acts in it. */
export interface RoomyCompany {
  readonly companyId: number;
  readonly client: KeepAliveClient;
  readonly fieldCodes: readonly string[];
}

async function post(url: string, body: unknown): Promise<unknown> {
  const answer = await fetch(url, { method: "POST", body: JSON.stringify(body) });
  const parsed: unknown = await answer.json();
  return parsed;
}

/** Founds a company on the largest plan with room for every deal, whose limits are out of the way. */
export async function foundRoomyCompany(url: string): Promise<RoomyCompany> {
  const wanted = { name: "Bench", domain: "bench-sandbox", plan: "ultimate", seats: 100 };
  const founded = companySchema.parse(await post(`${url}/_control/companies`, wanted));
  const limits = { burstApiToken: 10_000_000, burstSearch: 10_000_000, dailyTokens: 1_000_000_000 };
  await post(`${url}/_control/switches`, limits);
  const [user] = founded.users;
  const client = new KeepAliveClient(url, { "x-api-token": user?.apiToken ?? "" });
  const fieldCodes: string[] = [];
  for (let number = 1; number <= FIELDS; number += 1) {
    const body = { field_name: `Ledger ${number}`, field_type: "varchar" };
    const answer = await client.send({ method: "POST", path: "/api/v2/dealFields", body });
    fieldCodes.push(fieldSchema.parse(JSON.parse(answer.text)).data.field_code);
  }
  return { companyId: founded.company.id, client, fieldCodes };
}
