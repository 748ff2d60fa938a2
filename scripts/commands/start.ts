import { startApp } from "../lib/app";
import { readEnvironment } from "../lib/environment";
import { runCommand } from "../lib/run-command";
import { createSupervisor } from "../lib/supervisor";

/** `npm start`: the app in production, on DATABASE_URL or this clone's own PostgreSQL. */
await runCommand(async () => {
  const supervisor = createSupervisor();
  try {
    const { PORT: port = 3000 } = readEnvironment();
    await startApp(supervisor, { mode: "production", isEphemeral: false, isQuiet: false, port, env: {} });
    await supervisor.untilStopped();
    return 0;
  } finally {
    await supervisor.stop();
  }
});
