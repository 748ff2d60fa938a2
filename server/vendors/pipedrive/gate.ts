import type { ResponseFacts } from "../http/request";
import type { CallKind } from "./costs";

/** How limits plug in without this room knowing them: asked before every try, told after every answer. */
export type Gate = {
  /** Resolves when the call may leave now; throws when it may not. `tokens` is its price in the daily budget. */
  before(tokens: number, kind: CallKind): Promise<void>;
  after(facts: ResponseFacts & { kind: CallKind }): Promise<void>;
};

/** A gate that is always open: for the few calls of a connection that is only being made. */
export const openGate: Gate = {
  before: () => Promise.resolve(),
  after: () => Promise.resolve(),
};
