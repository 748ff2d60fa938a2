import type { CallMade } from "./call";

/** A write's object as Pipedrive returned it, and the call that wrote it. */
export type Written<Remote> = { object: Remote; call: CallMade };
