import { z } from "zod";
import type { DealBody, OrganizationBody, RemoteDeal, RemoteOrganization } from "../../domain/remote";
import { VendorError } from "../http/vendor-error";
import { callPipedrive } from "./call";
import type { CallMade, PipedriveCallDeps } from "./call";
import type { PipedriveOperation } from "./costs";
import { listAll } from "./list-all";
import { dealSchema, organizationSchema } from "./schemas";
import { toDeal, toOrganization } from "./to-remote";
import { cutFraction, toWholeSeconds } from "./whole-seconds";

/** A write's object as Pipedrive returned it, and the call that wrote it. */
export type Written<Remote> = { object: Remote; call: CallMade };

const dealsPath = "/api/v2/deals";
const organizationsPath = "/api/v2/organizations";

function isAbsent(error: unknown): boolean {
  return error instanceof VendorError && (error.kind === "not_found" || error.kind === "gone");
}

/** Numbers JSON would turn into null are refused before they leave. */
function checkedDeal(operation: string, body: DealBody): DealBody {
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

/** The calls about deals and organizations. */
export function createObjectCalls(deps: PipedriveCallDeps) {
  async function getOne<Schema extends z.ZodType>(
    operation: PipedriveOperation,
    path: string,
    schema: Schema,
  ) {
    try {
      return (await callPipedrive(deps, { operation, method: "GET", path, schema })).data;
    } catch (error) {
      if (isAbsent(error)) return null;
      throw error;
    }
  }

  async function writeDeal(
    operation: PipedriveOperation,
    method: "POST" | "PATCH",
    path: string,
    body: DealBody,
  ) {
    const checked = checkedDeal(operation, body);
    const { data, call } = await callPipedrive(deps, {
      operation,
      method,
      path,
      body: checked,
      schema: dealSchema,
    });
    return { object: toDeal(data), call };
  }

  async function writeOrganization(
    operation: PipedriveOperation,
    method: "POST" | "PATCH",
    path: string,
    body: OrganizationBody,
  ) {
    const { data, call } = await callPipedrive(deps, {
      operation,
      method,
      path,
      body,
      schema: organizationSchema,
    });
    return { object: toOrganization(data), call };
  }

  return {
    /** The deal, also when soft-deleted (`isDeleted`); null when Pipedrive has none of this id (404, 410). */
    async getDeal(id: number): Promise<RemoteDeal | null> {
      const found = await getOne("getDeal", `${dealsPath}/${String(id)}`, dealSchema);
      return found && toDeal(found);
    },
    /** The organization, also when soft-deleted; null when Pipedrive has none of this id (404, 410). */
    async getOrganization(id: number): Promise<RemoteOrganization | null> {
      const found = await getOne("getOrganization", `${organizationsPath}/${String(id)}`, organizationSchema);
      return found && toOrganization(found);
    },
    createDeal: (body: DealBody): Promise<Written<RemoteDeal>> =>
      writeDeal("createDeal", "POST", dealsPath, body),
    updateDeal: (id: number, body: DealBody): Promise<Written<RemoteDeal>> =>
      writeDeal("updateDeal", "PATCH", `${dealsPath}/${String(id)}`, body),
    createOrganization: (body: OrganizationBody): Promise<Written<RemoteOrganization>> =>
      writeOrganization("createOrganization", "POST", organizationsPath, body),
    updateOrganization: (id: number, body: OrganizationBody): Promise<Written<RemoteOrganization>> =>
      writeOrganization("updateOrganization", "PATCH", `${organizationsPath}/${String(id)}`, body),

    /** All deals of an organization that changed since; archived ones only on request, by a second list (facts §5). */
    async listDealsOfOrganization(input: {
      orgId: number;
      updatedSince?: Date | undefined;
      archived?: boolean | undefined;
    }): Promise<RemoteDeal[]> {
      const filter = { org_id: String(input.orgId), ...sinceFilter(input.updatedSince) };
      const current = await listAll(deps, "listDeals", dealsPath, filter, dealSchema);
      if (input.archived !== true) return current.map(toDeal);
      const archived = await listAll(deps, "listArchivedDeals", `${dealsPath}/archived`, filter, dealSchema);
      return [...current, ...archived].map(toDeal);
    },

    /** All organizations that changed since. Deleted ones are in no list (facts §3.2). */
    async listOrganizations(input: { updatedSince?: Date | undefined }): Promise<RemoteOrganization[]> {
      const filter = sinceFilter(input.updatedSince);
      return (await listAll(deps, "listOrganizations", organizationsPath, filter, organizationSchema)).map(
        toOrganization,
      );
    },
  };
}

function sinceFilter(updatedSince: Date | undefined): Record<string, string> {
  return updatedSince === undefined ? {} : { updated_since: toWholeSeconds(updatedSince) };
}
