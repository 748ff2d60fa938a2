import { at, shownAt } from "../../probe/json-at";
import { found } from "../../question";
import type { PipedriveQuestion } from "../probe";
import { look, makeOrganization } from "../workbench";

const PLACE = "Hauptstr. 5, 10115 Berlin, Germany";
const PARTS = ["locality", "country", "postal_code"];
const PATIENCE_MS = 5000;

/** Whether Pipedrive takes an address apart. */
export const geocoding: PipedriveQuestion = {
  id: "geocoding",
  asks: "Is an address that is written in one line taken apart?",
  facts: "§5, §12.19",
  needs: ["write"],
  variants: {
    "stays a line": {
      product: "The address is sent whole, with its parts.",
      sandbox: { geocodesAddress: false },
    },
    "taken apart": {
      product: "The address is sent whole; what Pipedrive makes of it is noted, and causes no further write.",
      sandbox: { geocodesAddress: true },
    },
  },
  async run(probe) {
    const id = await makeOrganization(probe, { address: { value: PLACE } });
    await probe.context.time.wait(PATIENCE_MS, probe.context.interrupted);
    const { json } = await look(probe, "organizations", id);
    const parts = PARTS.map((part) => `${part} ${shownAt(json, `data.address.${part}`)}`);
    const isApart = PARTS.some((part) => at(json, `data.address.${part}`) != null);
    return found(isApart ? "taken apart" : "stays a line", `"${PLACE}" has ${parts.join(", ")}`);
  },
};
