import { z } from "zod";
import type { RemoteField } from "../../domain/remote";
import { callPipedrive } from "./call";
import type { PipedriveCallDeps } from "./call";
import { listAll } from "./list-all";
import { fieldSchema, optionSchema } from "./schemas";
import { toField, toOptions } from "./to-remote";

/** The two kinds of object whose fields we look at and make. */
export type FieldEntity = "deal" | "organization";

/** A custom field to be made; `options` are the labels of an `enum` or `set`. */
export type NewField = {
  name: string;
  type: "varchar" | "text" | "double" | "monetary" | "date" | "enum";
  /** For deal fields alone: organization fields have none (facts §3.4). */
  description?: string | undefined;
  options?: readonly string[] | undefined;
};

const paths = { deal: "/api/v2/dealFields", organization: "/api/v2/organizationFields" } as const;

function labelled(labels: readonly string[]): { label: string }[] {
  return labels.map((label) => ({ label }));
}

/** The calls about field definitions. */
export function createFieldCalls(deps: PipedriveCallDeps) {
  return {
    /** Every active field of the entity, built in and custom. */
    async listFields(entity: FieldEntity): Promise<RemoteField[]> {
      return (await listAll(deps, "listFields", paths[entity], {}, fieldSchema)).map(toField);
    },

    /** Makes a custom field. Names are not unique: look for the name first (facts §3.4). */
    async createField(entity: FieldEntity, field: NewField): Promise<RemoteField> {
      const body = {
        field_name: field.name,
        field_type: field.type,
        ...(field.description !== undefined && entity === "deal" ? { description: field.description } : {}),
        ...(field.options === undefined ? {} : { options: labelled(field.options) }),
      };
      const path = paths[entity];
      const answer = await callPipedrive(deps, {
        operation: "createField",
        method: "POST",
        path,
        body,
        schema: fieldSchema,
      });
      return toField(answer.data);
    },

    /** Adds options to an option field, all or none, and gives back the added ones with their ids. */
    async addFieldOptions(
      entity: FieldEntity,
      code: string,
      labels: readonly string[],
    ): Promise<RemoteField["options"]> {
      const answer = await callPipedrive(deps, {
        operation: "addFieldOptions",
        method: "POST",
        path: `${paths[entity]}/${encodeURIComponent(code)}/options`,
        body: labelled(labels),
        schema: z.array(optionSchema),
      });
      return toOptions(answer.data);
    },
  };
}
