import type { z } from "zod";

import { list, one } from "../answers";
import {
  addOptions,
  createField,
  deleteField,
  fieldView,
  patchField,
  removeOptions,
  renameOptions,
  requireCustomField,
  requireField,
} from "../field-acts";
import { fieldPart } from "../field-kind";
import type { FieldKind } from "../field-kind";
import { listFields, withBlocks } from "../field-list";
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
} from "../schemas/field";
import type { FieldInput, FieldPatch } from "../schemas/field";
import { noBody, noQuery, operation, route } from "./operation";
import type { Operation } from "./operation";
import { CONTACTS_READ, CONTACTS_WRITE, DEALS_READ, DEALS_WRITE } from "./scopes";

/** Whose fields they are: they differ in path, scopes and body. */
interface FieldFamily {
  readonly kind: FieldKind;
  readonly path: string;
  readonly read: readonly string[];
  readonly change: readonly string[];
  readonly make: readonly string[];
  readonly createSchema: z.ZodType<FieldInput>;
  readonly patchSchema: z.ZodType<FieldPatch>;
}

type Parameters = { readonly params: ReadonlyMap<string, string> };

function codeOf(call: Parameters): string {
  return call.params.get("field_code") ?? "";
}

function readOperations({ kind, path, read, make }: FieldFamily): Operation[] {
  const scopes = [...read, ...make];
  return [
    operation({
      ...route("GET", path, 10, scopes),
      query: fieldListQuery,
      body: noBody,
      handle: ({ company, query }) => list(listFields(company, kind, query)),
    }),
    operation({
      ...route("GET", `${path}/{field_code}`, 1, scopes),
      query: fieldGetQuery,
      body: noBody,
      handle: (call) => {
        const field = requireField(fieldPart(call.company, kind), codeOf(call));
        return one(withBlocks(kind, field, call.query.include_fields));
      },
    }),
  ];
}

function writeOperations(family: FieldFamily): Operation[] {
  const { kind, path, change, make, createSchema, patchSchema } = family;
  return [
    operation({
      ...route("POST", path, 5, make),
      query: noQuery,
      body: createSchema,
      handle: ({ company, body }) => one(fieldView(kind, createField(company, kind, body))),
    }),
    operation({
      ...route("PATCH", `${path}/{field_code}`, 5, [...change, ...make]),
      query: noQuery,
      body: patchSchema,
      handle: (call) => {
        const field = requireCustomField(fieldPart(call.company, kind), codeOf(call));
        patchField(field, call.body);
        return one(fieldView(kind, field));
      },
    }),
    operation({
      ...route("DELETE", `${path}/{field_code}`, 3, make),
      query: noQuery,
      body: noBody,
      handle: (call) => {
        const field = requireCustomField(fieldPart(call.company, kind), codeOf(call));
        deleteField(call.company, kind, field);
        return one(fieldView(kind, field));
      },
    }),
  ];
}

function answer(data: object): object {
  return { ...one(data), additional_data: null };
}

function optionOperations({ kind, path, change, make }: FieldFamily): Operation[] {
  const options = `${path}/{field_code}/options`;
  const scopes = [...change, ...make];
  return [
    operation({
      ...route("POST", options, 5, scopes),
      query: noQuery,
      body: optionsCreateSchema,
      handle: (call) => {
        const field = requireCustomField(fieldPart(call.company, kind), codeOf(call));
        return answer(addOptions(call.company, field, call.body));
      },
    }),
    operation({
      ...route("PATCH", options, 5, scopes),
      query: noQuery,
      body: optionsPatchSchema,
      handle: (call) =>
        answer(renameOptions(requireCustomField(fieldPart(call.company, kind), codeOf(call)), call.body)),
    }),
    operation({
      ...route("DELETE", options, 3, scopes),
      query: noQuery,
      body: optionsDeleteSchema,
      handle: (call) =>
        answer(removeOptions(requireCustomField(fieldPart(call.company, kind), codeOf(call)), call.body)),
    }),
  ];
}

const FAMILIES: readonly FieldFamily[] = [
  {
    kind: "deal",
    path: "/api/v2/dealFields",
    read: DEALS_READ,
    change: DEALS_WRITE,
    make: ["admin", "deal-fields:full"],
    createSchema: dealFieldCreateSchema,
    patchSchema: dealFieldPatchSchema,
  },
  {
    kind: "organization",
    path: "/api/v2/organizationFields",
    read: CONTACTS_READ,
    change: CONTACTS_WRITE,
    make: ["admin", "contact-fields:full"],
    createSchema: organizationFieldCreateSchema,
    patchSchema: organizationFieldPatchSchema,
  },
];

/** Deal and organization fields with their options (facts §3.4). */
export const fieldOperations: readonly Operation[] = FAMILIES.flatMap((family) => [
  ...readOperations(family),
  ...writeOperations(family),
  ...optionOperations(family),
]);
