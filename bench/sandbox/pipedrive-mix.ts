import { z } from "zod";

import type { Kind } from "../lib/mix";

const FIRST_DEAL = 42_001;
const FIRST_ORGANIZATION = 7001;
const PER_ORGANIZATION = 16;
const pageSchema = z.object({ additional_data: z.object({ next_cursor: z.string().nullable() }) });

/** A list that is walked page by page, from the start again at its end. */
function walk(name: string, share: number, path: string): Kind {
  let cursor: string | null = null;
  return {
    name,
    share,
    next: () => ({
      method: "GET",
      path: cursor === null ? path : `${path}&cursor=${encodeURIComponent(cursor)}`,
    }),
    heed: (text) => {
      cursor = pageSchema.parse(JSON.parse(text)).additional_data.next_cursor;
    },
  };
}

/** Calls as the product makes them, on a company of so many deals. */
export function pipedriveMix(deals: number): readonly Kind[] {
  const organizations = Math.ceil(deals / PER_ORGANIZATION);
  const among = (chance: () => number, count: number) => Math.floor(chance() * count);
  const get = (path: string) => ({ method: "GET", path }) as const;
  const deal = (chance: () => number) => `/api/v2/deals/${FIRST_DEAL + among(chance, deals)}`;
  const organization = (chance: () => number) => FIRST_ORGANIZATION + among(chance, organizations);
  return [
    { name: "get a deal", share: 36, next: (chance) => get(deal(chance)) },
    {
      name: "get an organization",
      share: 10,
      next: (chance) => get(`/api/v2/organizations/${organization(chance)}`),
    },
    walk("next page of deals", 10, "/api/v2/deals?limit=500"),
    walk("next page of organizations", 4, "/api/v2/organizations?limit=500"),
    {
      name: "deals of an organization",
      share: 8,
      next: (chance) => get(`/api/v2/deals?limit=100&org_id=${organization(chance)}`),
    },
    {
      name: "change a deal",
      share: 24,
      next: (chance) => ({ method: "PATCH", path: deal(chance), body: { value: among(chance, 100_000) } }),
    },
    {
      name: "search organizations",
      share: 8,
      next: (chance) => {
        const number = String(1 + PER_ORGANIZATION * among(chance, organizations)).padStart(7, "0");
        return get(`/api/v2/organizations/search?term=${encodeURIComponent(`Client ${number}`)}&fields=name`);
      },
    },
  ];
}
