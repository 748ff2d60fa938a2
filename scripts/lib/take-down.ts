import { complain } from "./say";

/** What must be undone at the end, in the opposite order. */
export type TakeDown = {
  add: (step: () => Promise<void>) => void;
  /** Undoes everything once; a step that fails is told and does not keep the others from their turn. */
  run: () => Promise<void>;
  /** Whether it has begun. */
  hasBegun: () => boolean;
};

/** An empty list of things to undo. */
export function createTakeDown(): TakeDown {
  const steps: (() => Promise<void>)[] = [];
  let running: Promise<void> | undefined;
  const runAll = async (): Promise<void> => {
    for (let step = steps.pop(); step; step = steps.pop()) {
      await step().catch((error: unknown) => {
        complain(error instanceof Error ? error.message : String(error));
      });
    }
  };
  return {
    add: (step) => {
      steps.push(step);
    },
    run: () => (running ??= runAll()),
    hasBegun: () => running !== undefined,
  };
}
