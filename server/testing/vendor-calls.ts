import type { Sandbox } from "@/sandbox/start-sandbox";

/** Counts the calls that reach Pipedrive while `work` runs, by method and path without ids. */
export async function pipedriveCalls(sandbox: Sandbox, work: () => Promise<unknown>): Promise<string[]> {
  const before = sandbox.pipedrive.control.state().requests.length;
  await work();
  const requests = sandbox.pipedrive.control.state().requests.slice(before);
  return requests
    .filter(({ path }) => path.startsWith("/api/"))
    .map(({ method, path }) => `${method} ${path.replace(/\/\d+$/, "/:id")}`);
}
