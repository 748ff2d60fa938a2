import "server-only";
import type { Link } from "../../db/repos/link";
import type { LinkView } from "../../domain/plan/types";
import { writtenSchema } from "./stored-plan";

/** A link as the plan wants it. */
export function toLinkView(link: Link | null): LinkView | null {
  if (!link) return null;
  return {
    version: link.version,
    pipedriveId: link.pipedriveId,
    isGone: link.state === "gone",
    written: writtenSchema.parse(link.written),
  };
}
