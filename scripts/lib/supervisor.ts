import { startChild, type Child, type ChildOptions } from "./child";
import { onFirstSignal } from "./on-first-signal";
import { SetupError } from "./setup-error";
import { createTakeDown } from "./take-down";

/** Keeps what a command started, and takes it all down again in the opposite order, whatever ends the command. */
export type Supervisor = {
  /** Starts a child that must live as long as the command. */
  start: (options: ChildOptions) => void;
  /** Runs a child to its end and gives its exit code. */
  run: (options: ChildOptions) => Promise<number>;
  /** Runs a child to its end; throws `SetupError` with its last lines if it fails. */
  runToEnd: (options: ChildOptions) => Promise<void>;
  /** Keeps something that must be given back. Waits for it even if the command is stopped while it is being made. */
  keep: <T>(making: Promise<T>, giveBack: (made: T) => Promise<void>) => Promise<T>;
  /** Resolves when the person asks to stop; rejects when a child ends by itself. */
  untilStopped: () => Promise<void>;
  /** Rejects when a child ends by itself; never resolves. Race it with whatever waits for a child. */
  lostChild: Promise<never>;
  /** Takes everything down. Safe to call twice. */
  stop: () => Promise<void>;
};

/** Makes the command's supervisor and listens for signals from now on. One per process. */
export function createSupervisor(): Supervisor {
  const takeDown = createTakeDown();
  const lost = Promise.withResolvers<never>();
  lost.promise.catch(() => undefined);
  const asked = Promise.withResolvers<undefined>();
  let isAwaited = false;
  onFirstSignal((exitCode) => {
    if (isAwaited) asked.resolve(undefined);
    else void takeDown.run().then(() => process.exit(exitCode));
  });

  const startKept = (options: ChildOptions): Child => {
    const child = startChild(options);
    takeDown.add(child.stop);
    return child;
  };
  return {
    start: (options) => {
      const child = startKept(options);
      void child.ended.then((code) => {
        if (!takeDown.hasBegun())
          lost.reject(new SetupError(describeEnd(child, `ended by itself (exit ${code})`)));
      });
    },
    run: (options) => startKept(options).ended,
    runToEnd: async (options) => {
      const child = startKept(options);
      const code = await child.ended;
      if (code !== 0) throw new SetupError(describeEnd(child, `failed (exit ${code})`));
    },
    keep: (making, giveBack) => {
      takeDown.add(() => making.then(giveBack, () => undefined));
      return making;
    },
    untilStopped: async () => {
      isAwaited = true;
      await Promise.race([asked.promise, lost.promise]);
    },
    lostChild: lost.promise,
    stop: takeDown.run,
  };
}

function describeEnd(child: Child, what: string): string {
  return `${child.name} ${what}.\n${child.lastLines()}`.trimEnd();
}
