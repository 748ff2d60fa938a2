import { z } from "zod";
import type { EngineEvent } from "../functions/plan-start";
import type { JsonObject } from "../pure/json";

const earliestMs = Date.UTC(1980, 0, 1);
const latestMs = Date.UTC(2100, 0, 1);
const mostEvents = 5_000;
const text = z.string().refine((value) => !value.includes("\0"), "must not hold U+0000");

const eventSchema = z.looseObject({
  name: text
    .min(1)
    .max(512)
    .refine(
      (name) => !name.startsWith("inngest/"),
      'must not begin with "inngest/", which is the engine\'s own',
    ),
  id: text.max(512).nullish(),
  ts: z.number().min(earliestMs).max(latestMs).nullish(),
  data: z.record(z.string(), z.unknown()).nullish(),
  user: z.record(z.string(), z.unknown()).nullish(),
});

const eventsSchema = z.union([
  z.array(eventSchema).max(mostEvents),
  eventSchema.transform((event) => [event]),
]);

/** An event as it was sent, checked but without ids of the engine. */
export type SentEvent = z.output<typeof eventSchema>;

/** The events of a post, or what is wrong with it. */
export type ReadEvents = { ok: true; events: SentEvent[] } | { ok: false; message: string };

/** Reads the body of an event post: one event or an array, at most 5,000 (protocol facts §2). */
export function readEvents(body: string): ReadEvents {
  try {
    const json: unknown = JSON.parse(body);
    const parsed = eventsSchema.safeParse(json);
    return parsed.success
      ? { ok: true, events: parsed.data }
      : { ok: false, message: `The events were refused: ${z.prettifyError(parsed.error)}` };
  } catch {
    // Only JSON.parse throws here; its message would show the body.
    return { ok: false, message: "The events were refused: the body is not JSON." };
  }
}

/** The parts of an event that make it the same event when it is sent again: all but its time. */
export function contentOf(event: SentEvent): string {
  return JSON.stringify([event.name, event.id ?? null, event.data ?? {}]);
}

/** The event as the engine stores it and functions see it. */
export function toEngineEvent(sent: SentEvent, id: string, now: Date): EngineEvent {
  const eventId = sent.id === null || sent.id === undefined || sent.id === "" ? id : sent.id;
  const ts = sent.ts === null || sent.ts === undefined || sent.ts === 0 ? now.getTime() : sent.ts;
  const data: JsonObject = Object.fromEntries(
    Object.entries(sent.data ?? {}).filter(([key]) => key !== "_inngest"),
  );
  const body = { ...sent, id: eventId, ts, data, user: sent.user ?? {} };
  return { id, eventId, name: sent.name, ts, body };
}
