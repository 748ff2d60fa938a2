import { parseArgs } from "node:util";

import { runCommand } from "../lib/run-command";
import { say } from "../lib/say";
import { startStack } from "../lib/stack";

/**
 * `npm run dev`: the app with hot reload between both sandboxes, on this clone's own database. With `--sandbox` the
 * vendors are those of the environment, and the sandboxes stand beside them for trying, as after `npm start`.
 */
await runCommand(async () => {
  const { values } = parseArgs({ options: { sandbox: { type: "boolean", default: false } } });
  const sandboxesAre = values.sandbox ? "beside" : "vendors";
  const stack = await startStack({ mode: "development", ephemeral: false, sandboxesAre });
  try {
    say(
      `FreshBooks sandbox at ${stack.freshbooksUrl}, Pipedrive sandbox at ${stack.pipedriveUrl}. Ctrl-C stops all.`,
    );
    await stack.untilStopped();
    return 0;
  } finally {
    await stack.stop();
  }
});
