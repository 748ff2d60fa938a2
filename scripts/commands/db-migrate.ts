import { migrate } from "../database/migrate";
import { openCloneDatabase } from "../database/open-database";
import { readEnvironment } from "../lib/environment";
import { runCommand } from "../lib/run-command";
import { say } from "../lib/say";
import { createSupervisor } from "../lib/supervisor";

/** `npm run db:migrate`: brings DATABASE_URL, or this clone's own database, up to the newest migration. */
await runCommand(async () => {
  const supervisor = createSupervisor();
  try {
    const { DATABASE_URL: given } = readEnvironment();
    const url = given ?? (await supervisor.keep(openCloneDatabase(), (database) => database.release())).url;
    const applied = await migrate(url);
    say(applied.length === 0 ? "Nothing to apply." : `Applied ${applied.join(", ")}.`);
    return 0;
  } finally {
    await supervisor.stop();
  }
});
