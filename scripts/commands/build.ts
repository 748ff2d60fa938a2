import { buildIfChanged } from "../lib/build";
import { runCommand } from "../lib/run-command";
import { createSupervisor } from "../lib/supervisor";

/** `npm run build`: the production build, unless the last one was made of the same sources. */
await runCommand(async () => {
  await buildIfChanged(createSupervisor());
  return 0;
});
