import { startChild, type Child, type ChildOptions } from "./child";
import { complain } from "./say";
import { SetupError } from "./setup-error";

/** Keeps what a command started, and takes it all down again in the opposite order, whatever ends the command. */
export type Supervisor = {
  /** Starts a child that must live as long as the command. */
  start: (options: ChildOptions) => Child;
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

const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
/** A second Ctrl-C this long after the first means "now". The first often comes twice: from the terminal and from npm. */
const REPEAT_AFTER_MS = 1_000;

/** Makes the command's supervisor and listens for signals from now on. One per process. */
export function createSupervisor(): Supervisor {
  const takeDown: (() => Promise<void>)[] = [];
  const lost = Promise.withResolvers<never>();
  lost.promise.catch(() => undefined);
  const asked = Promise.withResolvers<undefined>();
  let isAwaited = false;
  let stopping: Promise<void> | undefined;

  const takeAllDown = async (): Promise<void> => {
    for (let next = takeDown.pop(); next; next = takeDown.pop()) {
      await next().catch((error: unknown) => {
        complain(error instanceof Error ? error.message : String(error));
      });
    }
  };
  const stop = (): Promise<void> => (stopping ??= takeAllDown());
  let firstSignalAt: number | undefined;
  for (const [signal, code] of Object.entries(SIGNALS)) {
    process.on(signal, () => {
      if (firstSignalAt !== undefined) {
        if (Date.now() - firstSignalAt > REPEAT_AFTER_MS) process.exit(code);
        return;
      }
      firstSignalAt = Date.now();
      if (isAwaited) asked.resolve(undefined);
      else void stop().then(() => process.exit(code));
    });
  }

  const start = (options: ChildOptions): Child => {
    const child = startChild(options);
    takeDown.push(child.stop);
    return child;
  };
  return {
    start: (options) => {
      const child = start(options);
      void child.ended.then((code) => {
        if (stopping) return;
        const lines = child.lastLines();
        lost.reject(new SetupError(`${child.name} ended by itself (exit ${code}).${lines && `\n${lines}`}`));
      });
      return child;
    },
    runToEnd: async (options) => {
      const child = start(options);
      const code = await child.ended;
      if (code !== 0)
        throw new SetupError(`${child.name} failed (exit ${code}).\n${child.lastLines()}`.trimEnd());
    },
    keep: (making, giveBack) => {
      takeDown.push(async () => {
        const made = await making.then(
          (value) => ({ value }),
          () => undefined,
        );
        if (made) await giveBack(made.value);
      });
      return making;
    },
    untilStopped: async () => {
      isAwaited = true;
      await Promise.race([asked.promise, lost.promise]);
    },
    lostChild: lost.promise,
    stop,
  };
}
