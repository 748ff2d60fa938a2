import type { z } from "zod";

import { ControlError } from "../lib/http-error";
import { SeededRandom } from "../lib/random";
import type { Counter } from "../lib/counter";
import { createCompany } from "./company";
import type { Company, CompanySurroundings } from "./company";
import type { CompanyProfile, companyInputSchema } from "./company-profile";
import type { User } from "./user";

/** The company that is there from the start, on which the control verbs act unless told otherwise. */
export const ACME_ID = 12345678;

/** How a company begins. */
const NEW = { isOpen: true, isInstallable: true, isInMaintenance: false };

const ACME: CompanyProfile = {
  id: ACME_ID,
  name: "Acme",
  domain: "acme-sandbox",
  country: "DE",
  industry: "IT",
  timeZone: "Europe/Berlin",
  plan: "lite",
  seats: 3,
  ...NEW,
};

/** Where companies are kept and get their ids. */
interface CompanyHouse extends CompanySurroundings {
  readonly seed: number;
  readonly random: SeededRandom;
  readonly companies: Map<number, Company>;
  readonly ids: { readonly company: Counter; readonly user: Counter };
}

type Person = Omit<User, "apiToken" | "isActive">;

const ACME_PEOPLE: readonly Person[] = [
  { id: 987654, name: "Ada K", email: "ada@acme.example", isAdmin: true, defaultCurrency: "EUR" },
  { id: 987655, name: "Grace Hall", email: "grace@acme.example", isAdmin: false, defaultCurrency: "EUR" },
];

function add(
  house: CompanyHouse,
  profile: CompanyProfile,
  random: SeededRandom,
  people: readonly Person[],
): Company {
  const users = people.map((person) => ({ ...person, apiToken: random.hex(40), isActive: true }));
  const company = createCompany(house, profile, random, users);
  house.companies.set(profile.id, company);
  return company;
}

/** Founds Acme, whose codes are drawn from the world's own generator. */
export function seedAcme(house: CompanyHouse): void {
  add(house, { ...ACME }, house.random, ACME_PEOPLE);
}

/** Founds another company, with an administrator and a plain user if none are named. */
export function foundCompany(house: CompanyHouse, input: z.output<typeof companyInputSchema>): Company {
  const { users, ...rest } = input;
  if ([...house.companies.values()].some(({ profile }) => profile.domain === rest.domain)) {
    throw new ControlError(409, `There is a company at ${rest.domain} already.`);
  }
  const id = house.ids.company.take();
  const people = users ?? [
    { name: "Robin Ek", email: `robin@${rest.domain}.example`, isAdmin: true, defaultCurrency: "EUR" },
    { name: "Kim Roe", email: `kim@${rest.domain}.example`, isAdmin: false, defaultCurrency: "EUR" },
  ];
  const random = new SeededRandom(house.seed + id);
  const numbered = people.map((person) => ({ id: house.ids.user.take(), ...person }));
  return add(house, { id, ...rest, ...NEW }, random, numbered);
}

/** A company as the control API shows it. */
export interface CompanyView {
  readonly company: CompanyProfile;
  readonly users: readonly User[];
}

export function companyView({ profile, users }: Company): CompanyView {
  return { company: { ...profile }, users: [...users.values()].map((user) => ({ ...user })) };
}
