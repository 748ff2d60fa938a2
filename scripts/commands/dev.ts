import { runCommand } from "../lib/run-command";
import { say } from "../lib/say";
import { startStack } from "../lib/stack";

/** `npm run dev`: the app with hot reload between both sandboxes, on this clone's own database. */
await runCommand(async () => {
  const stack = await startStack({ mode: "development", ephemeral: false });
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
