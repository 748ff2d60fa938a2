import { runCommand } from "@/scripts/lib/run-command";
import { say, seconds } from "@/scripts/lib/say";
import { SetupError } from "@/scripts/lib/setup-error";
import { createSupervisor } from "@/scripts/lib/supervisor";

import { BenchNotFoundError, findBenches } from "./lib/find-benches";
import { machineLine } from "./lib/machine";
import { reportLines } from "./lib/print-report";

/** `npm run bench [-- <name> …]`: all benchmarks, or those named, one after the other. */
await runCommand(async () => {
  const supervisor = createSupervisor();
  try {
    const benches = await findBenches(import.meta.dirname, process.argv.slice(2)).catch((error: unknown) => {
      throw error instanceof BenchNotFoundError ? new SetupError(error.message, { cause: error }) : error;
    });
    for (const bench of benches) {
      const startedMs = Date.now();
      say(`${bench.name}: ${bench.about}`);
      say(machineLine());
      const report = await bench.run({ keep: supervisor.keep, say });
      for (const line of reportLines(report)) say(line);
      say(machineLine());
      say(`${bench.name} took ${seconds(startedMs)}.`);
    }
    return 0;
  } finally {
    await supervisor.stop();
  }
});
