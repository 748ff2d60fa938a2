import { textAt } from "../../probe/json-at";
import { found, undecided } from "../../question";
import { openChannel, waitOutEvents } from "../channel";
import type { FreshbooksProbe, FreshbooksQuestion } from "../probe";
import { dateIn, makeInvoice, read } from "../workbench";

const HOUR_MS = 3_600_000;
const MOST_HOURS = 50;

async function shown(probe: FreshbooksProbe, id: number) {
  const { json } = await read(probe, "invoice", id);
  const text = (key: string) => textAt(json, `response.result.invoice.${key}`) ?? "";
  return { status: text("v3_status"), version: text("version") };
}

/** Watches an invoice of today fall due, and what FreshBooks says of it. Takes a night. */
export const fallingDue: FreshbooksQuestion = {
  id: "falling-due",
  asks: "Does FreshBooks tell when an invoice falls due?",
  facts: "§5.2, §12, §13",
  needs: ["write", "public", "overnight"],
  variants: {
    silent: {
      product: "The clock and the sweep find it (run-clock, run-sweep).",
      sandbox: { overdue: "silent" },
    },
    emits: {
      product: "The callback marks it as the clock does; it is read once.",
      sandbox: { overdue: "emits" },
    },
    "moves version": {
      product: "The sweep for changes finds it as well.",
      sandbox: { overdue: "bumpsVersion" },
    },
  },
  async run(probe) {
    const { time, interrupted } = probe.context;
    const marker = await openChannel(probe, "client");
    const channel = await openChannel(probe, "invoice");
    const createDate = dateIn(probe.timeZone, time.nowMs());
    const id = await makeInvoice(probe, { createDate, dueOffsetDays: 0, isSent: true });
    await waitOutEvents(probe, marker);
    const before = { ...(await shown(probe, id)), events: channel.events().length };
    let now = before.status;
    for (let hour = 0; hour < MOST_HOURS && now !== "overdue"; hour += 1) {
      await time.wait(HOUR_MS, interrupted);
      now = (await shown(probe, id)).status;
    }
    if (now !== "overdue")
      return undecided(`it was not overdue after ${MOST_HOURS} hours`, `v3_status ${now}`);
    const silence = await waitOutEvents(probe, marker);
    const after = await shown(probe, id);
    const names = channel
      .events()
      .slice(before.events)
      .map(({ form }) => form.get("name") ?? "");
    const evidence = [
      `heard ${names.length === 0 ? "nothing" : names.join(", ")}; ${silence}`,
      `version ${before.version}, once overdue ${after.version}`,
    ];
    if (after.version !== before.version) return found("moves version", ...evidence);
    return found(names.includes("invoice.update") ? "emits" : "silent", ...evidence);
  },
};
