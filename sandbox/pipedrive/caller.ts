/** Who makes a call: a user, by an OAuth token with scopes or by an API token without. */
export interface Caller {
  readonly userId: number;
  readonly token: string;
  /** null: an API token, which may do what its user may. */
  readonly scopes: readonly string[] | null;
}
