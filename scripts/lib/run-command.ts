import { complain } from "./say";
import { SetupError } from "./setup-error";

/**
 * Runs a command to its exit code. What the person can mend is one line; a fault of ours comes with where it happened.
 */
export async function runCommand(main: () => Promise<number>): Promise<never> {
  try {
    process.exit(await main());
  } catch (error) {
    if (error instanceof SetupError) complain(error.message);
    else complain(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exit(1);
  }
}
