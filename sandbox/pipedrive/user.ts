/** A person who signs in to a company. Ids of users are unique over all companies. */
export interface User {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly isAdmin: boolean;
  readonly defaultCurrency: string;
  readonly apiToken: string;
  isActive: boolean;
}
