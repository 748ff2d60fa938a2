import type { EngineAnswer, EngineHandler, EngineRequest } from "@/server/lib/engine-port";
import { EngineStoppedError } from "../errors";
import { planStarts } from "../functions/plan-start";
import type { EngineEvent } from "../functions/plan-start";
import { randomUlid, ulidOfSentInCall, ulidsFromSeed } from "../pure/event-ids";
import { checkpointSchema, doneStep } from "../pure/operation";
import { applyEvents } from "../store/apply-events";
import { checkpointCall } from "../store/settle-call";
import { storeEvents } from "../store/store-events";
import { currentCall, isWithinCall } from "./call-context";
import type { CallContext } from "./call-context";
import type { Core } from "./core";
import { contentOf, readEvents, toEngineEvent } from "./read-events";
import type { SentEvent } from "./read-events";

/** How long an event sent during a call is held at most; a step may wait for what its event brings about. */
const holdMs = 1_000;

const checkpointPath = /^\/v1\/checkpoint\/([^/]+)\/async$/;

function answer(status: number, body: unknown): EngineAnswer {
  return { status, body: JSON.stringify(body) };
}

/** Stores what a call has sent and done so far; false when the call is stale. */
async function storeSoFar(
  core: Core,
  call: CallContext,
  steps: ReturnType<typeof doneStep>[],
): Promise<boolean> {
  const report = call.report();
  const kept = await core.inTurn((turn) => checkpointCall(turn, report, steps));
  if (kept) call.released(report.events);
  core.lookForDue();
  return kept;
}

function holdInCall(
  core: Core,
  call: CallContext,
  sent: readonly SentEvent[],
  seed: string | null,
): string[] {
  const known = call.idsOf(seed);
  if (known) return known;
  const now = core.clock.now();
  const events = sent.map((event) =>
    toEngineEvent(event, ulidOfSentInCall(call.place(contentOf(event))), now),
  );
  call.hold(events, seed);
  setTimeout(() => {
    if (!call.open || call.events.length === 0) return;
    storeSoFar(core, call, []).catch((error: unknown) => {
      core.log.warn(
        { err: error, runId: call.job.runId },
        "events of a running call are stored later, at its end",
      );
    });
  }, holdMs).unref();
  return events.map((event) => event.id);
}

async function takeIn(core: Core, events: readonly EngineEvent[]): Promise<void> {
  const { functions, clock } = core;
  const now = clock.now();
  // The common case is one statement; only cancellations have to look at runs first.
  const cancels = events.some((event) => functions.cancelledBy(event.name).length > 0);
  const { later } = cancels
    ? await core.inTurn((turn) => applyEvents(turn, events))
    : await storeEvents(core.database, {
        events,
        starts: events.flatMap((event) => planStarts(functions, event, now)),
        now,
        processId: core.processId(),
      });
  if (later) core.lookForDue();
  core.lookForWork();
}

async function postEvents(core: Core, request: EngineRequest): Promise<EngineAnswer> {
  const read = readEvents(request.body);
  if (!read.ok) return answer(400, { ids: [], status: 400, error: read.message });
  const seed = request.header("x-inngest-event-id-seed");
  const call = currentCall();
  if (call) return answer(200, { ids: holdInCall(core, call, read.events, seed), status: 200 });
  const now = core.clock.now();
  const seeded = seed === null ? null : ulidsFromSeed(seed, read.events.length);
  const events = read.events.map((event, index) =>
    toEngineEvent(event, seeded?.[index] ?? randomUlid(now.getTime()), now),
  );
  await takeIn(core, events);
  return answer(200, { ids: events.map((event) => event.id), status: 200 });
}

async function postCheckpoint(core: Core, runId: string, request: EngineRequest): Promise<EngineAnswer> {
  const call = currentCall();
  if (call?.job.runId !== runId) return answer(409, { error: "This call is no longer under way." });
  const json: unknown = JSON.parse(request.body);
  const steps = checkpointSchema.parse(json).steps.map(doneStep);
  const { jobId, generation } = call.job;
  const kept =
    call.events.length > 0 || call.job.target !== "step"
      ? await storeSoFar(core, call, steps)
      : await core.writer.save({ jobId, generation, startedAt: call.startedAt, steps, end: null });
  if (!kept) return answer(409, { error: "This call was given to another." });
  call.stored(steps.length);
  return answer(200, {});
}

/** The engine's side of the client's `fetch`: events and checkpoints (protocol facts §2, §6). */
export function createRequestHandler(core: Core): EngineHandler {
  return async (request) => {
    try {
      const checkpoint = checkpointPath.exec(request.path);
      if (checkpoint) return await postCheckpoint(core, checkpoint[1] ?? "", request);
      if (!request.path.startsWith("/e/"))
        return answer(404, { error: `The engine does not serve ${request.path}.` });
      if (core.isStopping() && !isWithinCall()) throw new EngineStoppedError();
      return await postEvents(core, request);
    } catch (error) {
      core.log.error({ err: error, path: request.path }, "the engine could not take a request of the client");
      const message = error instanceof Error ? error.message : String(error);
      return answer(500, { ids: [], status: 500, error: message });
    }
  };
}
