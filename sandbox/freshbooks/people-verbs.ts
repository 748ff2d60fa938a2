import { z } from "zod";

import { ControlError, parseControlInput } from "../lib/http-error";
import type { Business, Identity } from "./businesses";
import type { MemberBusiness } from "./directory";
import { watchDues } from "./overdue-watch";
import type { FreshBooksWorld } from "./world";

function isTimeZone(name: string): boolean {
  return Intl.supportedValuesOf("timeZone").includes(name) || name === "UTC";
}

export const newBusinessSchema = z.strictObject({
  name: z.string().min(1),
  timeZone: z
    .string()
    .refine(isTimeZone, "must be a time zone such as Europe/Berlin")
    .default("America/New_York"),
  currencyCode: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .default("USD"),
  countryCode: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .default("US"),
  role: z.string().min(1).default("owner"),
  accountRole: z.string().min(1).default("admin"),
  hasAccounting: z.boolean().default(true),
  /** Whose business it is; absent: a new person's. */
  identityId: z.int().optional(),
});

export type NewBusinessInput = z.input<typeof newBusinessSchema>;

/** A business with the person it was made for. */
export interface MadeBusiness {
  readonly identity: Identity;
  readonly business: Business;
}

/** Who there is: read and added to. */
export interface PeopleVerbs {
  createBusiness(input: NewBusinessInput): MadeBusiness;
  listBusinesses(): MemberBusiness[];
  listIdentities(): Identity[];
}

function personFor({ directory }: FreshBooksWorld, name: string, identityId: number | undefined): Identity {
  if (identityId !== undefined) {
    const identity = directory.findIdentity(identityId);
    if (identity !== undefined) return identity;
    throw new ControlError(404, `There is no identity ${identityId}.`);
  }
  const place = directory.identities().length + 1;
  const email = `owner${place}@business.example`;
  return directory.addIdentity({ firstName: "Owner", lastName: `of ${name}`, email });
}

export function peopleVerbs(worldOf: () => FreshBooksWorld): PeopleVerbs {
  return {
    createBusiness: (input) => {
      const { role, accountRole, identityId, ...fields } = parseControlInput(newBusinessSchema, input);
      const world = worldOf();
      const identity = personFor(world, fields.name, identityId);
      const business = world.directory.addBusiness(fields);
      world.directory.addMembership(identity, business, { role, accountRole });
      watchDues(world);
      return { identity, business };
    },
    listBusinesses: () => worldOf().directory.memberBusinesses(),
    listIdentities: () => worldOf().directory.identities(),
  };
}
