import { spawn } from "node:child_process";
import path from "node:path";
import { parseArgs } from "node:util";

import { openCloneDatabase } from "../database/open-database";
import { childEnvironment, readEnvironment } from "../lib/environment";
import { ROOT } from "../lib/paths";
import { runCommand } from "../lib/run-command";
import { say } from "../lib/say";
import { addCloneKey, cloneSecrets } from "../lib/secrets";
import { SetupError } from "../lib/setup-error";
import { createSupervisor } from "../lib/supervisor";

/** Puts a new key before the others in this clone's own secrets, for the app to seal with from its next start. */
function addKey(): number {
  if (readEnvironment().ENCRYPTION_KEYS !== undefined) {
    throw new SetupError(
      "ENCRYPTION_KEYS is given by the environment: put a new key into it as docs/runbook.md says, then run this without --new.",
    );
  }
  const id = addCloneKey();
  say(`The new key "${id}" stands before the others in .data/secrets.json.`);
  say("Now restart the app, then run `npm run keys:rotate`. Until then nothing is sealed with it.");
  return 0;
}

async function resealUnderFirst(): Promise<number> {
  const supervisor = createSupervisor();
  try {
    const { DATABASE_URL: given } = readEnvironment();
    const url = given ?? (await supervisor.keep(openCloneDatabase(), (database) => database.release())).url;
    const { ENCRYPTION_KEYS } = cloneSecrets();
    const args = [
      "--conditions",
      "react-server",
      "--import",
      "tsx",
      path.join(ROOT, "scripts", "keys", "reseal.ts"),
    ];
    const env = childEnvironment({ DATABASE_URL: url, ENCRYPTION_KEYS, LOG_LEVEL: "warn" });
    const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: "inherit" });
    const code = await new Promise<number | null>((resolve) => child.once("exit", resolve));
    const [first = ""] = ENCRYPTION_KEYS.split(":");
    say(
      code === 0
        ? `Everything is sealed with the key "${first}". The others may be taken away.`
        : `Not everything is sealed with the key "${first}" yet: see above, and run this again.`,
    );
    return code === 0 ? 0 : 1;
  } finally {
    await supervisor.stop();
  }
}

/**
 * `npm run keys:rotate`: seals everything in the database under the first of ENCRYPTION_KEYS, while the app runs; exit 1
 * while something is left. With `-- --new` it makes a key first, for a clone that keeps its own secrets.
 */
await runCommand(async () => {
  const { values } = parseArgs({ options: { new: { type: "boolean", default: false } } });
  return values.new ? addKey() : await resealUnderFirst();
});
