import type { CancelRule, EngineFunction, EventTrigger } from "./engine-function";

type Listener = { fn: EngineFunction; triggers: EventTrigger[] };

/** The functions of this process, looked up by what concerns them. */
export type FunctionSet = {
  all: readonly EngineFunction[];
  find(id: string): EngineFunction | undefined;
  /** Functions that an event of this name may start. */
  listeners(eventName: string): readonly Listener[];
  /** Functions with a cancelOn rule for an event of this name. */
  cancelledBy(eventName: string): readonly { fn: EngineFunction; rules: CancelRule[] }[];
  /** Whether an event of this name means anything to any function. */
  isHeard(eventName: string): boolean;
};

/** Builds the look-ups over the functions of this process. */
export function createFunctionSet(functions: readonly EngineFunction[]): FunctionSet {
  const byId = new Map(functions.map((fn) => [fn.id, fn]));
  const listeners = Map.groupBy(
    functions.flatMap((fn) => {
      const byName = Map.groupBy(fn.events, (trigger) => trigger.event);
      return [...byName].map(([name, triggers]) => ({ name, fn, triggers }));
    }),
    (entry) => entry.name,
  );
  const cancels = Map.groupBy(
    functions.flatMap((fn) => {
      const byName = Map.groupBy(fn.cancelOn, (rule) => rule.event);
      return [...byName].map(([name, rules]) => ({ name, fn, rules }));
    }),
    (entry) => entry.name,
  );
  return {
    all: functions,
    find: (id) => byId.get(id),
    listeners: (name) => listeners.get(name) ?? [],
    cancelledBy: (name) => cancels.get(name) ?? [],
    isHeard: (name) => listeners.has(name) || cancels.has(name),
  };
}
