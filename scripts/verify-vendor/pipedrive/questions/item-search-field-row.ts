import { at, has, keysAt, listAt } from "../../probe/json-at";
import { expectOk } from "../../probe/reply";
import { found, undecided } from "../../question";
import type { PipedriveQuestion } from "../probe";
import { makeOrganization, ourName } from "../workbench";

const LOOK_EVERY_MS = 1000;
const LONGEST_MS = 60_000;

/** The shape of a row of the search in one field. */
export const itemSearchFieldRow: PipedriveQuestion = {
  id: "item-search-field-row",
  asks: "Are the rows of itemSearch/field flat, or wrapped with a score?",
  facts: "§4, §12.11",
  needs: ["write"],
  variants: {
    flat: { product: "Not used: the client has no search.", sandbox: { fieldSearchRows: "flat" } },
    wrapped: { product: "Not used: the client has no search.", sandbox: { fieldSearchRows: "scored" } },
  },
  async run(probe) {
    const { time, interrupted } = probe.context;
    const term = ourName();
    await makeOrganization(probe, { name: term });
    const query = { entity_type: "organization", field: "name", match: "exact", term };
    for (let waitedMs = 0; waitedMs <= LONGEST_MS; waitedMs += LOOK_EVERY_MS) {
      const reply = await probe.api.get("/api/v2/itemSearch/field", query);
      const { json } = expectOk(reply, "Searching in a field");
      const [row] = [...listAt(json, "data"), ...listAt(json, "data.items")];
      if (row !== undefined) {
        const evidence = `a row has the keys ${keysAt({ row }, "row").join(", ")}`;
        return found(
          has(row, "item") || at(row, "result_score") !== undefined ? "wrapped" : "flat",
          evidence,
        );
      }
      await time.wait(LOOK_EVERY_MS, interrupted);
    }
    return undecided("the search did not find our organization within a minute");
  },
};
