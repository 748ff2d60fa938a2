import { runCommand } from "../lib/run-command";
import { startSandboxes } from "../lib/sandboxes";
import { say } from "../lib/say";
import { createSupervisor } from "../lib/supervisor";

/** `npm run sandbox`: the two stand-ins alone. */
await runCommand(async () => {
  const supervisor = createSupervisor();
  try {
    const { freshbooksUrl, pipedriveUrl } = await startSandboxes(supervisor, false);
    say(`FreshBooks sandbox at ${freshbooksUrl}`);
    say(`Pipedrive sandbox at ${pipedriveUrl}`);
    await supervisor.untilStopped();
    return 0;
  } finally {
    await supervisor.stop();
  }
});
