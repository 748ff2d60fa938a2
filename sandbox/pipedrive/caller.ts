/** Who acts: a user of a company, through the API by a token of theirs, or by hand in the web application. */
export interface Caller {
  readonly userId: number;
  /** Key of the caller's burst window. */
  readonly token: string;
  /** null: an API token, or a person, who may do what the user may. */
  readonly scopes: readonly string[] | null;
  /** Key of the installation by whose token it is; null: an API token, or a person. */
  readonly installation: string | null;
  /** What webhooks call the source of a change (facts §8). */
  readonly source: "api" | "app";
}
