/** A webhook as it is kept. */
export interface Hook {
  readonly id: number;
  /** Whose permissions it has, and by whom it was made. */
  readonly userId: number;
  readonly ownerId: number;
  readonly url: string;
  readonly name: string;
  readonly action: string;
  readonly object: string;
  readonly version: "1.0" | "2.0";
  readonly authUser: string | null;
  readonly authPassword: string | null;
  /** The refresh token of the installation that made it, with which it goes; null: made with an API token. */
  readonly installation: string | null;
  readonly addMs: number;
  lastStatus: number | null;
  lastDeliveryMs: number | null;
  lastSuccessMs: number | null;
  /** First tries that failed in a row. */
  firstFailures: number;
  bannedUntilMs: number;
}

/** A request for a webhook. */
export type HookInput = Pick<
  Hook,
  | "action"
  | "authPassword"
  | "authUser"
  | "installation"
  | "name"
  | "object"
  | "ownerId"
  | "url"
  | "userId"
  | "version"
>;

/** One try at delivering an event. `status` 0 means that no answer came. */
export interface HookDelivery {
  readonly webhookId: number;
  readonly event: string;
  readonly entityId: string;
  readonly at: string;
  readonly status: number;
  readonly attempt: number;
}
