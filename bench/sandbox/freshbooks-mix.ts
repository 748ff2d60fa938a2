import type { Call } from "../lib/keep-alive-client";
import type { Kind } from "../lib/mix";

const ROOT = "/accounting/account/aB3dE9";
const INVOICES = `${ROOT}/invoices/invoices`;
const CLIENTS = `${ROOT}/users/clients`;
const PAYMENTS = `${ROOT}/payments/payments`;
const PER_PAGE = 100;
const FIRST_INVOICE = 900_001;
const FIRST_CLIENT = 310_001;

/** How many records there are of each. */
interface Counts {
  readonly invoices: number;
  readonly clients: number;
  readonly payments: number;
}

type Chance = () => number;

function among(chance: Chance, count: number): number {
  return Math.floor(chance() * count);
}

function get(path: string): Call {
  return { method: "GET", path };
}

function onePage(path: string, chance: Chance, count: number): Call {
  const page = 1 + among(chance, Math.floor(count / PER_PAGE));
  return get(`${path}?page=${page}&per_page=${PER_PAGE}`);
}

function single({ invoices, clients }: Counts): readonly Kind[] {
  const invoice = (chance: Chance) => `${INVOICES}/${FIRST_INVOICE + among(chance, invoices)}`;
  const client = (chance: Chance) => `${CLIENTS}/${FIRST_CLIENT + among(chance, clients)}`;
  const change = (chance: Chance) => ({ invoice: { notes: `changed ${chance()}` } });
  return [
    { name: "get an invoice", share: 40, next: (chance) => get(`${invoice(chance)}?include[]=lines`) },
    { name: "get a client", share: 12, next: (chance) => get(client(chance)) },
    {
      name: "change an invoice",
      share: 14,
      // Some are deleted.
      mayBeRefusedWith: 422,
      next: (chance) => ({ method: "PUT", path: invoice(chance), body: change(chance) }),
    },
  ];
}

function lists({ invoices, clients, payments }: Counts): readonly Kind[] {
  const client = (chance: Chance) => FIRST_CLIENT + among(chance, clients);
  return [
    { name: "page n of invoices", share: 8, next: (chance) => onePage(INVOICES, chance, invoices) },
    { name: "page n of clients", share: 4, next: (chance) => onePage(CLIENTS, chance, clients) },
    { name: "page n of payments", share: 4, next: (chance) => onePage(PAYMENTS, chance, payments) },
    {
      name: "invoices of a client",
      share: 8,
      next: (chance) => get(`${INVOICES}?search[customerid]=${client(chance)}&per_page=${PER_PAGE}`),
    },
    {
      name: "invoices changed since",
      share: 6,
      next: () => get(`${INVOICES}?search[updated_min]=2026-11-01&page=1&per_page=${PER_PAGE}`),
    },
    {
      name: "overdue invoices",
      share: 4,
      next: (chance) =>
        get(`${INVOICES}?search[v3_status]=overdue&page=${1 + among(chance, 3)}&per_page=${PER_PAGE}`),
    },
  ];
}

/** Calls as the product makes them, on books of that size. */
export function freshBooksMix(counts: Counts): readonly Kind[] {
  return [...single(counts), ...lists(counts)];
}
