import { parseArgs } from "node:util";

import { startApp } from "../lib/app";
import { readEnvironment } from "../lib/environment";
import { runCommand } from "../lib/run-command";
import { startSandboxes } from "../lib/sandboxes";
import { say } from "../lib/say";
import { createSupervisor, type Supervisor } from "../lib/supervisor";

/** Both stand-ins beside the app, and what it must know of them. */
async function startBeside(supervisor: Supervisor): Promise<Record<string, string>> {
  const { freshbooksUrl, pipedriveUrl, besideEnv } = await startSandboxes(supervisor, false);
  say(
    `A workspace may be tried with the sandbox: FreshBooks at ${freshbooksUrl}, Pipedrive at ${pipedriveUrl}.`,
  );
  return besideEnv;
}

/**
 * `npm start`: the app in production, on DATABASE_URL or this clone's own PostgreSQL. With `--sandbox` a workspace may
 * be connected to stand-ins, which run beside it, instead of real accounts.
 */
await runCommand(async () => {
  const { values } = parseArgs({ options: { sandbox: { type: "boolean", default: false } } });
  const supervisor = createSupervisor();
  try {
    const { PORT: port = 3000 } = readEnvironment();
    const env = values.sandbox ? await startBeside(supervisor) : {};
    await startApp(supervisor, { mode: "production", isEphemeral: false, isQuiet: false, port, env });
    await supervisor.untilStopped();
    return 0;
  } finally {
    await supervisor.stop();
  }
});
