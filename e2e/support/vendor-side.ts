import { randomUUID } from "node:crypto";

import { z } from "zod";

import type { RunningStack } from "../environment";

const books = z.object({
  identity: z.looseObject({ id: z.number() }),
  business: z.looseObject({ id: z.number(), name: z.string(), accountId: z.string() }),
});

const firm = z.object({
  company: z.looseObject({ id: z.number() }),
  users: z.array(z.looseObject({ id: z.number() })).min(1),
});

/** What a person has at the vendors, theirs alone: a FreshBooks business and a Pipedrive company. */
export type VendorSide = {
  identityId: number;
  businessId: number;
  businessName: string;
  accountId: string;
  companyId: number;
  userId: number;
};

async function make<T extends z.ZodType>(schema: T, url: string, body: object): Promise<z.output<T>> {
  const headers = { "content-type": "application/json" };
  const answer = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${url} answered ${String(answer.status)}: ${await answer.text()}`);
  return schema.parse(await answer.json());
}

/** Founds a business and a company in the sandboxes, so that no test hears of another's invoices. */
export async function makeVendorSide({ freshbooksUrl, pipedriveUrl }: RunningStack): Promise<VendorSide> {
  const mark = randomUUID().slice(0, 8);
  const { identity, business } = await make(books, `${freshbooksUrl}/_control/businesses`, {
    name: `Books ${mark}`,
    timeZone: "America/New_York",
    currencyCode: "USD",
  });
  const { company, users } = await make(firm, `${pipedriveUrl}/_control/companies`, {
    name: `Firm ${mark}`,
    domain: `firm-${mark}`,
  });
  return {
    identityId: identity.id,
    businessId: business.id,
    businessName: business.name,
    accountId: business.accountId,
    companyId: company.id,
    userId: users[0]?.id ?? 0,
  };
}
