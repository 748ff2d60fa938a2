/** How the events of field definitions are spelt; the vendor's list has no word for them (facts §12.13). */
export type FieldEventSpelling = "deal-field" | "dealField" | "deal_field";

const JOINED = { dealField: "Field", deal_field: "_field", "deal-field": "-field" } as const;

/** What webhooks call the definition of a field of this kind. */
export function fieldEventName(spelling: FieldEventSpelling, kind: "deal" | "organization"): string {
  return `${kind}${JOINED[spelling]}`;
}
