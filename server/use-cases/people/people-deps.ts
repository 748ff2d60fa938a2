import type { OutgoingEvent } from "../../jobs/events";
import type { Deps } from "../deps";

/** What people's accounts need: the process's own, and a way to have mails sent. */
export type PeopleDeps = Deps & { send: (events: readonly OutgoingEvent[]) => Promise<void> };
