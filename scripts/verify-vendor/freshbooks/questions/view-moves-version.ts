import { needText } from "../../probe/reply";
import { found } from "../../question";
import type { FreshbooksQuestion } from "../probe";
import { haveViewed } from "../viewing";
import { makeInvoice, read } from "../workbench";

const VERSION = "response.result.invoice.version";

/** Whether the change token of an invoice tells that it was opened. */
export const viewMovesVersion: FreshbooksQuestion = {
  id: "view-moves-version",
  asks: "Does a customer's opening of an invoice move its version?",
  facts: "§5.2",
  needs: ["write", "person"],
  variants: {
    moves: {
      product: "The sweep for changes finds it by its version.",
      sandbox: { viewMovesVersion: true },
    },
    stays: {
      product: "The sweep compares the state as well as the version (find-changed).",
      sandbox: { viewMovesVersion: false },
    },
  },
  async run(probe) {
    const id = await makeInvoice(probe, { isSent: true });
    const before = needText(await read(probe, "invoice", id), VERSION);
    await haveViewed(probe, id);
    const after = needText(await read(probe, "invoice", id), VERSION);
    return found(before === after ? "stays" : "moves", `version ${before}, after the opening ${after}`);
  },
};
