import { at, shownAt } from "../../probe/json-at";
import { describe } from "../../probe/reply";
import type { Reply } from "../../probe/reply";
import { found, undecided } from "../../question";
import type { PipedriveQuestion } from "../probe";
import { look, makeOrganization } from "../workbench";

function isThere(reply: Reply): boolean {
  return reply.status === 200 && at(reply.json, "data.is_deleted") !== true;
}

/** Which of two merged organizations lives on. */
export const mergeSurvivor: PipedriveQuestion = {
  id: "merge-survivor",
  asks: "Which organization survives a merge: that of the path, or that of merge_with_id?",
  facts: "§5, §13.12",
  needs: ["write"],
  variants: {
    "of merge_with_id": {
      product: "The loser reads as gone: its records are left alone, with the reason.",
      sandbox: { mergeSurvivor: "merge_with_id" },
    },
    "of the path": {
      product: "The loser reads as gone: its records are left alone, with the reason.",
      sandbox: { mergeSurvivor: "path" },
    },
  },
  async run(probe) {
    const first = await makeOrganization(probe);
    const second = await makeOrganization(probe);
    const json = { merge_with_id: second };
    const reply = await probe.api.call("PUT", `/api/v1/organizations/${first}/merge`, { json });
    if (reply.status >= 300) return undecided("the merge was refused", describe(reply));
    const [inPath, inBody] = [
      await look(probe, "organizations", first),
      await look(probe, "organizations", second),
    ];
    const shown = (one: Reply) => `${describe(one)}, is_deleted ${shownAt(one.json, "data.is_deleted")}`;
    const evidence = [`that of the path: ${shown(inPath)}`, `that of merge_with_id: ${shown(inBody)}`];
    if (isThere(inPath) === isThere(inBody)) return undecided("both or none are there after it", ...evidence);
    return found(isThere(inPath) ? "of the path" : "of merge_with_id", ...evidence);
  },
};
