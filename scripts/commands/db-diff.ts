import { compareSchema } from "../database/compare-schema";
import { migrate } from "../database/migrate";
import { openEphemeralDatabase } from "../database/open-database";
import { runCommand } from "../lib/run-command";
import { say } from "../lib/say";
import { createSupervisor } from "../lib/supervisor";

/**
 * `npm run db:diff`: prints the SQL that is missing between the migrations and prisma/schema, to be read, corrected and
 * put into a new folder of prisma/migrations. Exit 2 when something is missing, as Prisma's own `migrate diff` has it.
 */
await runCommand(async () => {
  const supervisor = createSupervisor();
  try {
    const { url } = await supervisor.keep(openEphemeralDatabase(), (database) => database.release());
    await migrate(url);
    const sql = await compareSchema(url);
    say(sql === "" ? "The migrations and prisma/schema agree." : sql);
    return sql === "" ? 0 : 2;
  } finally {
    await supervisor.stop();
  }
});
