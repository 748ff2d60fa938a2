import { describe, expect, it } from "vitest";
import type { AttemptDto, SyncEventDto } from "@/server/contracts/sync";
import { timelineEntries } from "./timeline-entries";

const at = (second: number) => new Date(Date.UTC(2026, 10, 23, 12, 0, second));

function event(id: string, second: number): SyncEventDto {
  return {
    id,
    origin: "callback",
    actorName: null,
    name: "invoice.update",
    status: "done",
    detail: null,
    receivedAt: at(second),
    attemptId: null,
  };
}

function attempt(id: string, second: number): AttemptDto {
  return {
    id,
    number: 1,
    origin: "callback",
    actorName: null,
    outcome: "written",
    mappingVersion: 1,
    errorCode: null,
    errorMessage: null,
    skips: [],
    startedAt: at(second),
    finishedAt: null,
    writes: [],
  };
}

describe("timelineEntries", () => {
  it("puts the newest first, and an attempt before the event of the same instant", () => {
    const entries = timelineEntries([event("e1", 1), event("e2", 5)], [attempt("a1", 1), attempt("a2", 3)]);
    expect(entries.map(({ id }) => id)).toEqual(["e2", "a2", "a1", "e1"]);
  });

  it("is empty for nothing", () => {
    expect(timelineEntries([], [])).toEqual([]);
  });
});
