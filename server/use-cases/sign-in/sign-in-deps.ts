import type { OutgoingEvent } from "../../jobs/events";
import type { Deps } from "../deps";

/** What signing in needs: the process's own, and a way to have mails sent. */
export type SignInDeps = Deps & { send: (events: readonly OutgoingEvent[]) => Promise<void> };
