import { Hono } from "hono";
import type { Context } from "hono";
import type { z } from "zod";

import { bodyOf, list, one, queryOf } from "./answers";
import { pageByCursor } from "./cursor";
import {
  addOptions,
  createField,
  fieldView,
  removeOptions,
  renameOptions,
  requireCustomField,
  requireField,
} from "./field-acts";
import type { FieldMap } from "./field-acts";
import type { GateEnv } from "./gate";
import type { FieldRecord } from "./records";
import {
  dealFieldCreateSchema,
  dealFieldPatchSchema,
  fieldGetQuery,
  fieldListQuery,
  optionsCreateSchema,
  optionsDeleteSchema,
  optionsPatchSchema,
  organizationFieldCreateSchema,
  organizationFieldPatchSchema,
} from "./schemas/field";
import type { PipedriveBox } from "./world";

/** Whose fields they are: they differ in path and in having a description. */
interface FieldFamily {
  readonly base: string;
  readonly fields: () => FieldMap;
  readonly hasDescription: boolean;
}

interface FieldPatch {
  readonly field_name?: string | undefined;
  readonly description?: string | null | undefined;
}

function blocksOf(names: readonly string[] | undefined): Record<string, object> {
  return Object.fromEntries(
    (names ?? []).map((name) => [name, name === "ui_visibility" ? {} : { enabled: false }]),
  );
}

function codeOf(c: Context): string {
  return c.req.param("code") ?? "";
}

function fieldRoutesOf(box: PipedriveBox, family: FieldFamily): Hono<GateEnv> {
  const { base, fields, hasDescription } = family;
  const routes = new Hono<GateEnv>();
  const view = (field: FieldRecord) => fieldView(field, hasDescription);
  const createSchema = hasDescription ? dealFieldCreateSchema : organizationFieldCreateSchema;
  const patchSchema: z.ZodType<FieldPatch> = hasDescription
    ? dealFieldPatchSchema
    : organizationFieldPatchSchema;
  routes.get(base, (c) => {
    const query = queryOf(c, fieldListQuery);
    const places = new Map([...fields().keys()].map((code, place) => [code, place]));
    const place = (field: FieldRecord) => places.get(field.field_code) ?? 0;
    const found = pageByCursor([...fields().values()], query, { sort: place, id: place });
    return list(c, {
      ...found,
      rows: found.rows.map((field) => ({ ...view(field), ...blocksOf(query.include_fields) })),
    });
  });
  routes.post(base, async (c) =>
    one(c, view(createField(box.world, fields(), await bodyOf(c, createSchema)))),
  );
  routes.get(`${base}/:code`, (c) => {
    const query = queryOf(c, fieldGetQuery);
    return one(c, { ...view(requireField(fields(), codeOf(c))), ...blocksOf(query.include_fields) });
  });
  routes.patch(`${base}/:code`, async (c) => {
    const body = await bodyOf(c, patchSchema);
    const field = requireCustomField(fields(), codeOf(c));
    field.field_name = body.field_name ?? field.field_name;
    if (body.description !== undefined) field.description = body.description;
    return one(c, view(field));
  });
  routes.delete(`${base}/:code`, (c) => {
    const field = requireCustomField(fields(), codeOf(c));
    fields().delete(field.field_code);
    return one(c, view(field));
  });
  return routes;
}

function optionRoutesOf(box: PipedriveBox, family: FieldFamily): Hono<GateEnv> {
  const routes = new Hono<GateEnv>();
  const path = `${family.base}/:code/options`;
  const field = (c: Context) => requireCustomField(family.fields(), codeOf(c));
  const answer = (c: Context, data: object) => c.json({ success: true, data, additional_data: null });
  routes.post(path, async (c) =>
    answer(c, addOptions(box.world, field(c), await bodyOf(c, optionsCreateSchema))),
  );
  routes.patch(path, async (c) => answer(c, renameOptions(field(c), await bodyOf(c, optionsPatchSchema))));
  routes.delete(path, async (c) => answer(c, removeOptions(field(c), await bodyOf(c, optionsDeleteSchema))));
  return routes;
}

/** Deal and organization fields with their options (facts §3.4). */
export function fieldRoutes(box: PipedriveBox): Hono<GateEnv> {
  const families: FieldFamily[] = [
    { base: "/api/v2/dealFields", fields: () => box.world.dealFields, hasDescription: true },
    { base: "/api/v2/organizationFields", fields: () => box.world.organizationFields, hasDescription: false },
  ];
  const routes = new Hono<GateEnv>();
  for (const family of families) {
    routes.route("/", fieldRoutesOf(box, family));
    routes.route("/", optionRoutesOf(box, family));
  }
  return routes;
}
