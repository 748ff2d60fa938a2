const EXIT_CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
/** A second Ctrl-C this long after the first means "now". The first often comes twice: from the terminal and from npm. */
const REPEAT_AFTER_MS = 1_000;

/** Calls back, once, when the process is asked to end, with the exit code that says so. A later repeat ends it at once. */
export function onFirstSignal(callBack: (exitCode: number) => void): void {
  let firstAt: number | undefined;
  for (const [signal, code] of Object.entries(EXIT_CODES)) {
    process.on(signal, () => {
      if (firstAt === undefined) {
        firstAt = Date.now();
        callBack(code);
      } else if (Date.now() - firstAt > REPEAT_AFTER_MS) {
        process.exit(code);
      }
    });
  }
}
