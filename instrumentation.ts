/**
 * Next calls this once per server process, before the first request. A server that lacks a setting ends with one line
 * that says so: Next would keep it, and fail with a page of text at every request. The settings are read before
 * anything is loaded that needs them.
 */
export async function register(): Promise<void> {
  if (process.env["NEXT_RUNTIME"] !== "nodejs") return;
  const { readSettings } = await import("./server/startup/read-settings");
  const settings = readSettings();
  if ("problem" in settings) {
    const { endWith } = await import("./server/startup/end-with");
    return endWith(settings.problem);
  }
  const { checkKeys } = await import("./server/startup/check-keys");
  const keyProblem = await checkKeys();
  if (keyProblem !== null) {
    const { endWith } = await import("./server/startup/end-with");
    return endWith(keyProblem);
  }
  const { stampPeer } = await import("./server/startup/stamp-peer");
  stampPeer();
  const { startServer } = await import("./server/startup/start-server");
  await startServer(settings.databaseUrl);
}
