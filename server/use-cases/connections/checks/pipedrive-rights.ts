import "server-only";
import type { Check } from "../../../contracts/connections";
import type { Connection } from "../../../db/repos/connection";
import type { PipedriveMe } from "../../../vendors/pipedrive/company";
import { missingScopes } from "../../../vendors/pipedrive/scopes";
import { ok, problem, unknown } from "./check";

const scopesLine = { id: "pipedrive.scopes", title: "The app may read and write deals and organizations" };
const makeFields = { id: "pipedrive.fields", title: "Custom fields can be made" };

/** Whether the grant holds what the sync needs; an API token has no scopes, only its person's rights (facts §2). */
export function scopesCheck({ grant, scopes }: Pick<Connection, "grant" | "scopes">): Check {
  if (grant === "api_token") return ok(scopesLine, "An API token may do whatever its person may.");
  if (scopes.length === 0) return unknown(scopesLine, "Pipedrive did not name what it granted.");
  const missing = missingScopes(scopes);
  if (missing.length === 0) return ok(scopesLine, scopes.join(", "));
  return problem(
    scopesLine,
    `Not granted: ${missing.join(", ")}.`,
    "The operator has to add these to the app in Pipedrive's Developer Hub; then reconnect Pipedrive.",
  );
}

/** The fields that the sync writes, against those that the company has. */
export type FieldNeed = { missing: number };

/** Whether the missing fields can be made. Pipedrive does not tell a plain person's right without being asked to make one. */
export function fieldRightCheck(
  connection: Pick<Connection, "grant" | "scopes">,
  me: PipedriveMe,
  need: FieldNeed,
): Check {
  if (need.missing === 0) return ok(makeFields, "All fields that the sync writes are there.");
  const count = need.missing === 1 ? "One field has" : `${String(need.missing)} fields have`;
  const { grant, scopes } = connection;
  const mayByScope =
    grant === "api_token" ||
    scopes.length === 0 ||
    scopes.includes("admin") ||
    (scopes.includes("deal-fields:full") && scopes.includes("contact-fields:full"));
  if (!mayByScope) {
    return problem(
      makeFields,
      `${count} to be made, and the app may make none.`,
      "The operator has to add deal-fields:full and contact-fields:full to the app in Pipedrive's Developer Hub; then reconnect Pipedrive.",
    );
  }
  if (me.isAdmin === true)
    return ok(makeFields, `${count} to be made. ${me.name} is an admin and may make them.`);
  return unknown(
    makeFields,
    `${count} to be made. ${me.name} is no admin, and Pipedrive does not say beforehand whether they may; publishing the mapping will say so if not.`,
    "Ask a Pipedrive admin for the right “Add custom fields”, or have an admin connect Pipedrive.",
  );
}
