import type { OrganizationBody, RemoteOrganization } from "../../domain/remote";
import { callPipedrive } from "./call";
import type { PipedriveCallDeps } from "./call";
import type { PipedriveOperation } from "./costs";
import { getOne } from "./get-one";
import { listAll } from "./list-all";
import { organizationSchema } from "./schemas";
import { toOrganization } from "./to-remote";
import { sinceFilter } from "./whole-seconds";
import type { Written } from "./written";

const root = "/api/v2/organizations";

async function write(
  deps: PipedriveCallDeps,
  operation: PipedriveOperation,
  method: "POST" | "PATCH",
  path: string,
  body: OrganizationBody,
): Promise<Written<RemoteOrganization>> {
  const { data, call } = await callPipedrive(deps, {
    operation,
    method,
    path,
    body,
    schema: organizationSchema,
  });
  return { object: toOrganization(data), call };
}

/** The calls about organizations. */
export function createOrganizationCalls(deps: PipedriveCallDeps) {
  return {
    /** The organization, also when soft-deleted; null when Pipedrive has none of this id (404, 410). */
    async getOrganization(id: number): Promise<RemoteOrganization | null> {
      const found = await getOne(deps, "getOrganization", `${root}/${String(id)}`, organizationSchema);
      return found && toOrganization(found);
    },
    createOrganization: (body: OrganizationBody) => write(deps, "createOrganization", "POST", root, body),
    updateOrganization: (id: number, body: OrganizationBody) =>
      write(deps, "updateOrganization", "PATCH", `${root}/${String(id)}`, body),

    /** All organizations that changed since. Deleted ones are in no list (facts §3.2). */
    async listOrganizations(input: { updatedSince?: Date | undefined }): Promise<RemoteOrganization[]> {
      const filter = sinceFilter(input.updatedSince);
      return (await listAll(deps, "listOrganizations", root, filter, organizationSchema)).map(toOrganization);
    },
  };
}
