import { runCommand } from "../lib/run-command";
import { createSupervisor } from "../lib/supervisor";
import { ensureChromium } from "../setup/chromium";
import { runStages } from "../testing/run-stages";
import { allStages } from "../testing/stages";

/** `npm test`: everything that must hold, as `.ci/run` runs it. */
await runCommand(async () => {
  const supervisor = createSupervisor();
  try {
    ensureChromium();
    return await runStages(supervisor, allStages);
  } finally {
    await supervisor.stop();
  }
});
