import "server-only";
import { z } from "zod";
import { listPipedriveFields, savePipedriveField } from "../../db/repos/pipedrive-field";
import type { PipedriveFieldRow } from "../../db/repos/pipedrive-field";
import type { Tenant } from "../../db/tenant";
import { bindOptions, findField } from "../../domain/mapping/bind-field";
import type { StoredField } from "../../domain/mapping/bind-field";
import { fieldSpecs } from "../../domain/mapping/field-specs";
import type { FieldSpec } from "../../domain/mapping/field-specs";
import type { RemoteField } from "../../domain/remote";
import { AppError } from "../../lib/errors";
import type { PipedriveClient } from "../../vendors/pipedrive/client";
import { VendorError } from "../../vendors/http/vendor-error";
import type { MappingDeps } from "./mapping-deps";
import { patiently } from "./patiently";

const description = "Kept by ml-connector from FreshBooks. Please do not edit.";
const optionsSchema = z.record(z.string(), z.number().int());

function storedField(rows: readonly PipedriveFieldRow[], spec: FieldSpec): StoredField | null {
  const row = rows.find(({ entity, purpose }) => entity === spec.entity && purpose === spec.purpose);
  return row ? { code: row.fieldCode, options: optionsSchema.safeParse(row.options).data ?? {} } : null;
}

/** A plain user may not make fields (facts §1, scopes): says which right is missing and who can give it. */
function explainRefusal(spec: FieldSpec, error: unknown): unknown {
  if (!(error instanceof VendorError) || error.kind !== "forbidden") return error;
  return new AppError("vendor_refused", {
    userMessage: `Pipedrive did not let us make the ${spec.entity} field “${spec.name}”. Whoever connected Pipedrive needs the right “Add custom fields” there: ask a Pipedrive admin for it, or have an admin connect. ${error.userMessage}`,
    cause: error,
  });
}

async function ensureField(
  client: PipedriveClient,
  spec: FieldSpec,
  fields: readonly RemoteField[],
  stored: StoredField | null,
): Promise<StoredField> {
  const options = spec.options.length > 0 ? { options: spec.options.map(({ label }) => label) } : {};
  const field =
    findField(spec, fields, stored) ??
    (await patiently(() =>
      client.createField(spec.entity, { name: spec.name, type: spec.type, description, ...options }),
    ));
  const { bound, missing } = bindOptions(spec, field.options, stored);
  if (missing.length === 0) return { code: field.code, options: bound };
  const added = await patiently(() => client.addFieldOptions(spec.entity, field.code, missing));
  return { code: field.code, options: bindOptions(spec, [...field.options, ...added], stored).bound };
}

/**
 * Makes sure the company has every custom field that the sync writes: the stored ones as long as they live, else
 * ones with their exact name and type, else new ones; missing options are added. Each is kept as soon as it is known,
 * so that a failure half way makes no twin next time. Throws `vendor_refused` where a right is missing.
 */
export async function provisionFields(
  deps: Pick<MappingDeps, "db">,
  tenant: Tenant,
  client: PipedriveClient,
): Promise<void> {
  const rows = await listPipedriveFields(deps.db, tenant);
  const remote = {
    organization: await patiently(() => client.listFields("organization")),
    deal: await patiently(() => client.listFields("deal")),
  };
  for (const spec of fieldSpecs) {
    const { entity, purpose, type: fieldType } = spec;
    try {
      const { code, options } = await ensureField(client, spec, remote[entity], storedField(rows, spec));
      await savePipedriveField(deps.db, tenant, { entity, purpose, fieldType, fieldCode: code, options });
    } catch (error) {
      throw explainRefusal(spec, error);
    }
  }
}
