import { describe, expect, it } from "vitest";
import { mergeStarts } from "./merge-starts";
import type { NewRun, Start } from "./plan-start";

const now = new Date("2026-11-23T12:00:00Z");

function run(functionId: string, eventId: string, onceKeys: string[]): Start {
  const made: NewRun = {
    id: `run of ${eventId}`,
    functionId,
    eventId,
    priorityAt: now,
    dueAt: now,
    lane: functionId,
    key1: null,
    key2: null,
    gate: null,
    parent: null,
  };
  return { functionId, eventId, onceKeys, run: made, debounce: null };
}

function debounced(eventId: string, key: string, eventTs: number): Start {
  const debounce = { functionId: "f", key, eventId, eventTs, dueAt: now, deadlineAt: null };
  return { functionId: "f", eventId, onceKeys: [], run: null, debounce };
}

describe("mergeStarts", () => {
  it("keeps the first of those with a key in common, per function", () => {
    const kept = mergeStarts([
      run("f", "1", ["k"]),
      run("f", "2", ["k", "other"]),
      run("g", "2", ["k"]),
      run("f", "3", []),
    ]);
    expect(kept.map((start) => `${start.functionId}${start.eventId}`)).toEqual(["f1", "g2", "f3"]);
  });

  it("makes one of the events that are debounced together, with the latest event", () => {
    const kept = mergeStarts([
      debounced("1", "a", 5),
      debounced("2", "a", 9),
      debounced("3", "a", 7),
      debounced("4", "b", 1),
    ]);
    expect(kept.map((start) => [start.debounce?.key, start.debounce?.eventId])).toEqual([
      ["a", "2"],
      ["b", "4"],
    ]);
  });
});
