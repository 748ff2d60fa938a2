import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { RecordStore } from "./record-store";
import type { SortKey } from "./record-store";
import { pageOfStore } from "./store-page";

interface Row {
  readonly id: number;
  readonly addMs: number;
  updateMs: number;
  isDeleted: boolean;
  group: number | null;
}

interface Change {
  readonly place: number;
  readonly updateMs: number;
  readonly isDeleted: boolean;
  readonly group: number | null;
}

const RULES = { nowMs: 0, lifeMs: null };
const small = fc.integer({ min: 1, max: 9 });
const changes: fc.Arbitrary<Change[]> = fc.array(
  fc.record({
    place: fc.nat(),
    updateMs: small,
    isDeleted: fc.boolean(),
    group: fc.option(small, { nil: null }),
  }),
);
const addTimes = fc.array(small, { minLength: 1, maxLength: 30 });
const sortKey = fc.constantFrom<SortKey>("id", "add_time", "update_time");
const direction = fc.constantFrom<"asc" | "desc">("asc", "desc");

function build(times: readonly number[], edits: readonly Change[]) {
  const store = new RecordStore<Row>((row) => row.group);
  const rows = times.map((addMs, index): Row => ({
    id: index + 1,
    addMs,
    updateMs: addMs,
    isDeleted: false,
    group: null,
  }));
  for (const row of rows) store.add(row);
  for (const { place, ...values } of edits) {
    const row = rows[place % rows.length];
    if (row !== undefined) store.change(row, () => Object.assign(row, values));
  }
  return { store, rows };
}

function sorted(rows: readonly Row[], key: SortKey, way: "asc" | "desc"): number[] {
  const value = (row: Row) => (key === "id" ? row.id : key === "add_time" ? row.addMs : row.updateMs);
  const sign = way === "asc" ? 1 : -1;
  return [...rows].sort((a, b) => sign * (value(a) - value(b) || a.id - b.id)).map(({ id }) => id);
}

describe("a store of records", () => {
  it("pages through every row once, in the asked order, whatever was changed", () => {
    fc.assert(
      fc.property(
        addTimes,
        changes,
        sortKey,
        direction,
        small,
        (times, edits, sort_by, sort_direction, limit) => {
          const { store, rows } = build(times, edits);
          const seen: number[] = [];
          let cursor: string | undefined;
          do {
            const query = { limit, cursor, sort_by, sort_direction };
            const page = pageOfStore(store, query, RULES, { passes: () => true });
            seen.push(...page.rows.map(({ id }) => id));
            cursor = page.nextCursor ?? undefined;
          } while (cursor !== undefined);
          expect(seen).toEqual(sorted(rows, sort_by, sort_direction));
        },
      ),
    );
  });

  it("finds the same rows by time or by group as by looking at all of them", () => {
    fc.assert(
      fc.property(addTimes, changes, small, small, (times, edits, since, group) => {
        const { store, rows } = build(times, edits);
        const query = { limit: 500, sort_by: "id" as const, sort_direction: "asc" as const };
        const isSince = (row: Row) => row.updateMs >= since;
        const changed = pageOfStore(store, { ...query, updated_since: since }, RULES, { passes: isSince });
        expect(changed.rows.map(({ id }) => id)).toEqual(rows.filter(isSince).map(({ id }) => id));
        const members = pageOfStore(store, query, RULES, { passes: () => true, group });
        expect(members.rows).toEqual(rows.filter((row) => row.group === group));
        expect(store.living).toBe(rows.filter((row) => !row.isDeleted).length);
      }),
    );
  });
});
