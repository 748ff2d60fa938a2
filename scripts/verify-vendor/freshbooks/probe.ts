import type { CleanUp } from "../probe/clean-up";
import type { Caller } from "../probe/caller";
import type { Listener } from "../probe/listener";
import type { Person } from "../probe/person";
import { ProbeError } from "../probe/probe-error";
import type { RunContext } from "../probe/run-context";
import type { Question } from "../question";
import type { FreshbooksApp, FreshbooksCredentials } from "./credentials";

/** What the FreshBooks questions work with. */
export interface FreshbooksProbe {
  readonly context: RunContext;
  readonly cleanUp: CleanUp;
  readonly credentials: FreshbooksCredentials;
  /** Calls with the access token. */
  readonly api: Caller;
  /** Calls without any. */
  readonly anonymous: Caller;
  /** IANA name, from `users/me`. */
  readonly timeZone: string;
  readonly listener: Listener | undefined;
  readonly person: Person | undefined;
}

export type FreshbooksQuestion = Question<FreshbooksProbe>;

function given<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new ProbeError(`This question was asked without ${what}.`);
  return value;
}

export const listenerOf = (probe: FreshbooksProbe): Listener => given(probe.listener, "a listener");
export const personOf = (probe: FreshbooksProbe): Person => given(probe.person, "a person");
export const appOf = (probe: FreshbooksProbe): FreshbooksApp => given(probe.credentials.app, "the app");

/** Path of the account's accounting family, such as `/accounting/account/aB3dE9/users/clients`. */
export function accounting(accountId: string, path: string): string {
  return `/accounting/account/${encodeURIComponent(accountId)}/${path}`;
}
