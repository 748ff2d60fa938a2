import type { FieldBindings } from "../mapping/rules";
import type { SourceClient } from "../source";
import { changes } from "./desired";
import { organizationFields } from "./organization-fields";
import type { LinkView, Plan, Skip } from "./types";

type Input = { client: SourceClient; bindings: FieldBindings; link: LinkView | null };

const gone: Skip = {
  code: "gone_in_pipedrive",
  because: "The organization was deleted or merged in Pipedrive; it is left as it is.",
};

function addressSkips({ client, link }: Input, keys: readonly string[]): Skip[] {
  const had = link?.written?.["address"] !== undefined;
  if (!had || keys.includes("address")) return [];
  const because = `Client ${client.id} has no address any more; Pipedrive's is left, for it cannot be emptied safely.`;
  return [{ code: "address_emptied", because }];
}

/** Reasons for which nothing at all is written. */
function blocked({ client, link }: Input): Plan | null {
  if (link?.isGone === true) return { writes: [], skips: [gone] };
  if (client.visibility === "deleted" && link?.pipedriveId == null) {
    const because = "The client was deleted in FreshBooks before it ever came here.";
    return { writes: [], skips: [{ code: "deleted_before_sync", because }] };
  }
  return null;
}

/** The writes that make the client's organization right. */
export function planClient(input: Input): Plan {
  const block = blocked(input);
  if (block) return block;
  const { client, bindings, link } = input;
  const desired = organizationFields(client, bindings.organization);
  const skips = addressSkips(
    input,
    desired.map(({ key }) => key),
  );
  const isNew = link?.pipedriveId == null;
  const fields = changes(desired, isNew ? null : link.written);
  if (fields.length === 0) {
    const because = "Pipedrive already holds what FreshBooks says.";
    return { writes: [], skips: [...skips, { code: "unchanged", because }] };
  }
  const kind = isNew ? "organization.create" : "organization.update";
  return { writes: [{ kind, freshbooksId: client.id, linkVersion: link?.version ?? null, fields }], skips };
}
