import { readScriptFile } from "./script/read-script-file";
import { readSettings } from "./settings";
import { startSandbox } from "./start-sandbox";

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function run(): Promise<void> {
  const { options, scriptFile } = readSettings(process.env, process.argv.slice(2));
  const script = scriptFile === undefined ? {} : { script: await readScriptFile(scriptFile) };
  const sandbox = await startSandbox({ ...options, ...script, log: print });
  const stop = () => {
    void sandbox.stop().then(() => process.exit(0));
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
