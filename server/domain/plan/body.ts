import type { RemoteValue } from "../remote";
import type { FieldChange } from "./types";

const customPrefix = "custom_fields.";

/** A JSON body with custom fields nested, as Pipedrive wants them (facts §3.4). */
export type WriteBody = { [key: string]: RemoteValue };

/** The body of a write: exactly its fields; `org_id` is put in by the caller, who knows the link. */
export function toBody(fields: readonly FieldChange[], organizationId: number | null): WriteBody {
  const plain = fields.filter(({ key }) => !key.startsWith(customPrefix) && key !== "org_id");
  const custom = fields.filter(({ key }) => key.startsWith(customPrefix));
  const body: WriteBody = Object.fromEntries(plain.map(({ key, value }) => [key, value]));
  if (organizationId !== null && fields.some(({ key }) => key === "org_id")) body["org_id"] = organizationId;
  if (custom.length > 0) {
    body["custom_fields"] = Object.fromEntries(
      custom.map(({ key, value }) => [key.slice(customPrefix.length), value]),
    );
  }
  return body;
}
