import type { Hook } from "./hook";

const TIMEOUT_MS = 10_000;

function authorization({ authUser, authPassword }: Hook): Record<string, string> {
  if (authUser === null && authPassword === null) return {};
  const pair = Buffer.from(`${authUser ?? ""}:${authPassword ?? ""}`).toString("base64");
  return { authorization: `Basic ${pair}` };
}

/** Posts to a webhook with its Basic credentials, without following redirects; gives the status, 0 for no answer. */
export async function postJson(hook: Hook, body: object, stopping: AbortSignal): Promise<number> {
  try {
    const answer = await fetch(hook.url, {
      method: "POST",
      redirect: "manual",
      headers: { "content-type": "application/json", ...authorization(hook) },
      body: JSON.stringify(body),
      signal: AbortSignal.any([stopping, AbortSignal.timeout(TIMEOUT_MS)]),
    });
    await answer.body?.cancel();
    return answer.status;
  } catch {
    // Why no answer came makes no difference to a sender that only counts 2xx.
    return 0;
  }
}
