import type { Company } from "./company";
import type { User } from "./user";
import type { PipedriveWorld } from "./world";

/** A user in their company. */
export interface Member {
  readonly company: Company;
  readonly user: User;
}

/** Everybody who could consent, company by company. */
export function activeMembers(world: PipedriveWorld): Member[] {
  return [...world.companies.values()].flatMap((company) =>
    [...company.users.values()].filter((user) => user.isActive).map((user) => ({ company, user })),
  );
}

/** Whether a user is still active in their company. */
export function isMemberActive(
  world: PipedriveWorld,
  at: { readonly companyId: number; readonly userId: number },
): boolean {
  return world.companies.get(at.companyId)?.users.get(at.userId)?.isActive === true;
}
