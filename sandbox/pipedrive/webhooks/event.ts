/** Something that happened in a company, as webhooks tell of it (facts §8). */
export interface CompanyEvent {
  /** As webhooks name it: `deal`, `organization`, `pipeline`, `dealField` … */
  readonly entity: string;
  readonly entityId: string;
  readonly action: "change" | "create" | "delete";
  /** The object as it now is; null once deleted. */
  readonly data: Readonly<Record<string, unknown>> | null;
  /** What a change replaced, or the last state of a deleted object. */
  readonly previous: Readonly<Record<string, unknown>> | null;
  readonly userId: number;
  readonly source: "api" | "app";
  /** Of a merge: where the object came from, or went to. */
  readonly merged?: { readonly merged_from_id: string } | { readonly merged_to_id: string };
}
