import type { DealBody, RemoteDeal } from "../../domain/remote";
import { VendorError } from "../http/vendor-error";
import { callPipedrive } from "./call";
import type { PipedriveCallDeps } from "./call";
import type { PipedriveOperation } from "./costs";
import { getOne } from "./get-one";
import { listAll } from "./list-all";
import { dealSchema } from "./schemas";
import { toDeal } from "./to-remote";
import { cutFraction, sinceFilter } from "./whole-seconds";
import type { Written } from "./written";

const root = "/api/v2/deals";

export type ListDealsInput = {
  /** Of one organization alone. */
  orgId?: number | undefined;
  updatedSince?: Date | undefined;
  /** Archived deals stand in a list of their own, at twice the price (facts §5). */
  archived?: boolean | undefined;
};

/** A number that JSON would turn into null is refused before it leaves. */
function checked(operation: string, body: DealBody): DealBody {
  if (body.value !== undefined && !Number.isFinite(body.value)) {
    const detail = "the value is not a number";
    throw new VendorError({
      vendor: "pipedrive",
      operation,
      kind: "invalid",
      detail,
      mayHaveHappened: false,
    });
  }
  return body.won_time === undefined ? body : { ...body, won_time: cutFraction(body.won_time) };
}

async function write(
  deps: PipedriveCallDeps,
  operation: PipedriveOperation,
  method: "POST" | "PATCH",
  path: string,
  body: DealBody,
): Promise<Written<RemoteDeal>> {
  const request = { operation, method, path, body: checked(operation, body), schema: dealSchema };
  const { data, call } = await callPipedrive(deps, request);
  return { object: toDeal(data), call };
}

/** The calls about deals. */
export function createDealCalls(deps: PipedriveCallDeps) {
  return {
    /** The deal, also when soft-deleted (`isDeleted`); null when Pipedrive has none of this id (404, 410). */
    async getDeal(id: number): Promise<RemoteDeal | null> {
      const found = await getOne(deps, "getDeal", `${root}/${String(id)}`, dealSchema);
      return found && toDeal(found);
    },
    createDeal: (body: DealBody) => write(deps, "createDeal", "POST", root, body),
    updateDeal: (id: number, body: DealBody) =>
      write(deps, "updateDeal", "PATCH", `${root}/${String(id)}`, body),

    /** All deals, or those of an organization, that changed since; with `archived`, those put away as well. */
    async listDeals(input: ListDealsInput): Promise<RemoteDeal[]> {
      const filter = {
        ...(input.orgId === undefined ? {} : { org_id: String(input.orgId) }),
        ...sinceFilter(input.updatedSince),
      };
      const current = await listAll(deps, "listDeals", root, filter, dealSchema);
      if (input.archived !== true) return current.map(toDeal);
      const archived = await listAll(deps, "listArchivedDeals", `${root}/archived`, filter, dealSchema);
      return [...current, ...archived].map(toDeal);
    },
  };
}
