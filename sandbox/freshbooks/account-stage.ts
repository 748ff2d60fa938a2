import type { Actor } from "./records";
import type { FreshBooksWorld } from "./world";

/** A record as the API shows it. */
export type View = Record<string, unknown>;

/** The current world, and the owner of the account that control verbs act on; asked for anew by each verb. */
export type AccountStage = () => { readonly world: FreshBooksWorld; readonly actor: Actor };
