import { setTimeout as pause } from "node:timers/promises";

import type { AppApi } from "./app-api";
import { amber, blue, fact, green, grey, hop } from "./show";

type Detail = Awaited<ReturnType<AppApi["records"]["get"]["query"]>>;
type Attempt = Detail["attempts"][number];

/** Asks until the probe gives something, every few milliseconds. */
export async function until<Result>(
  what: string,
  probe: () => Promise<Result | undefined>,
  withinMs = 60_000,
): Promise<Result> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const result = await probe();
    if (result !== undefined) return result;
    if (performance.now() > deadline)
      throw new Error(`${what} did not happen within ${String(withinMs / 1000)} s.`);
    await pause(15);
  }
}

function callFacts(write: Attempt["writes"][number]): string {
  const facts = [
    write.vendorStatus === null ? "" : `HTTP ${String(write.vendorStatus)}`,
    write.durationMs === null ? "" : `${String(write.durationMs)} ms`,
    write.tries > 1 ? `${String(write.tries)} tries` : "",
  ];
  return facts.filter((text) => text !== "").join(" · ");
}

function showWrites(attempt: Attempt): void {
  for (const write of attempt.writes) {
    const adopted = write.status === "adopted" ? amber(" · found again, not made twice") : "";
    fact(`${blue(write.kind)} ${String(write.pipedriveId ?? "")} ${grey(callFacts(write))}${adopted}`);
    for (const field of write.fields.slice(0, 6)) {
      fact(grey(`  ${field.label}: ${field.before ?? "–"} → ${field.after ?? "–"}  (${field.because})`));
    }
    if (write.fields.length > 6) fact(grey(`  and ${String(write.fields.length - 6)} more fields`));
  }
}

/** Prints what reached us since `since` and what was done about it, hop by hop, as the app itself recorded it. */
export function showHops(detail: Detail, since: Date, seenAttempts: number): void {
  const offset = (at: Date) => at.getTime() - since.getTime();
  const events = detail.events.filter(({ receivedAt }) => receivedAt >= since).toReversed();
  for (const event of events) {
    const how = event.origin === "callback" ? "callback, signature verified, stored" : event.origin;
    hop(offset(event.receivedAt), `${event.name} ${grey(`(${how})`)}`);
  }
  for (const attempt of detail.attempts.toReversed().filter(({ number }) => number > seenAttempts)) {
    hop(offset(attempt.startedAt), `attempt ${String(attempt.number)} begins: read anew, planned`);
    showWrites(attempt);
    if (attempt.finishedAt)
      hop(offset(attempt.finishedAt), `attempt ${String(attempt.number)}: ${green(attempt.outcome)}`);
  }
}
