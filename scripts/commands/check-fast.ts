import { runCommand } from "../lib/run-command";
import { createSupervisor } from "../lib/supervisor";
import { runStages } from "../testing/run-stages";
import { fastStages } from "../testing/stages";

/** `npm run check:fast`: types, lint, structure and pure tests, for while one works. */
await runCommand(async () => {
  const supervisor = createSupervisor();
  try {
    return await runStages(supervisor, fastStages);
  } finally {
    await supervisor.stop();
  }
});
