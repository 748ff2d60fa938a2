import { z } from "zod";

/** Objects one may listen for; the last row is missing in the specification, its spelling unsure (facts §12.13). */
const OBJECTS = [
  ...[
    "activity",
    "deal",
    "lead",
    "note",
    "organization",
    "person",
    "pipeline",
    "product",
    "stage",
    "user",
    "*",
  ],
  ...[
    "dealField",
    "organizationField",
    "deal_field",
    "organization_field",
    "deal-field",
    "organization-field",
  ],
] as const;

export const webhookCreateSchema = z.strictObject({
  subscription_url: z.string(),
  event_action: z.enum(["create", "change", "delete", "*"]),
  event_object: z.enum(OBJECTS),
  name: z.string().max(255),
  user_id: z.int().exactOptional(),
  http_auth_user: z.string().nullable().exactOptional(),
  http_auth_password: z.string().nullable().exactOptional(),
  version: z.enum(["1.0", "2.0"]).default("2.0"),
});
