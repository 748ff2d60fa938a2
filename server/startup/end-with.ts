import "server-only";
import pino from "pino";

/**
 * Ends the process with one line that says why. The line is written by a logger of its own, since the process's own
 * reads the very environment that may be at fault.
 */
export function endWith(problem: string): never {
  pino({ base: null }).fatal(problem);
  process.exit(1);
}
