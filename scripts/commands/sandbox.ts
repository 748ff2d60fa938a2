import path from "node:path";

import { ROOT } from "../lib/paths";
import { runCommand } from "../lib/run-command";
import { createSupervisor } from "../lib/supervisor";

/** `npm run sandbox`: the two stand-ins alone; what follows `--` goes to them (`--script <file>`, `--seed <number>`). */
await runCommand(async () => {
  const supervisor = createSupervisor();
  try {
    const ended = supervisor.run({
      name: "The sandbox",
      args: ["--import", "tsx", path.join(ROOT, "sandbox", "main.ts"), ...process.argv.slice(2)],
      env: {},
      graceMs: 5_000,
    });
    return await Promise.race([ended, supervisor.untilStopped().then(() => 0)]);
  } finally {
    await supervisor.stop();
  }
});
