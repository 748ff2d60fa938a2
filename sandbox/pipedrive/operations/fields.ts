import type { z } from "zod";

import { list, one } from "../answers";
import type { CompanyCaller } from "../company-caller";
import { entityNotFound } from "../errors";
import {
  adding,
  changeOptions,
  createField,
  deleteField,
  patchField,
  removing,
  renaming,
  requireCustomField,
  requireField,
} from "../field-acts";
import { fieldPart } from "../field-kind";
import type { FieldKind } from "../field-kind";
import { listFields, listFieldsV1, withBlocks } from "../field-list";
import { fieldView, fieldViewV1 } from "../field-view";
import {
  dealFieldCreateSchema,
  dealFieldPatchSchema,
  fieldGetQuery,
  fieldListQuery,
  fieldListQueryV1,
  optionsCreateSchema,
  optionsDeleteSchema,
  optionsPatchSchema,
  organizationFieldCreateSchema,
  organizationFieldPatchSchema,
} from "../schemas/field";
import type { FieldInput, FieldPatch } from "../schemas/field";
import { idOf, noBody, noQuery, operation, route } from "./operation";
import type { Operation } from "./operation";
import {
  CONTACTS_READ,
  CONTACTS_WRITE,
  CONTACT_FIELDS_MAKE,
  DEALS_READ,
  DEALS_WRITE,
  DEAL_FIELDS_MAKE,
} from "./scopes";

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

type Concerned = CompanyCaller & { readonly params: ReadonlyMap<string, string> };

function codeOf(call: Pick<Concerned, "params">): string {
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
        const field = requireField(call.company, kind, codeOf(call));
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
      isAdminOnly: true,
      handle: ({ company, caller, body }) => one(fieldView(kind, createField(company, caller, kind, body))),
    }),
    operation({
      ...route("PATCH", `${path}/{field_code}`, 5, [...change, ...make]),
      query: noQuery,
      body: patchSchema,
      handle: (call) => {
        const field = requireCustomField(call.company, kind, codeOf(call));
        patchField(call.company, call.caller, kind, field, call.body);
        return one(fieldView(kind, field));
      },
    }),
    operation({
      ...route("DELETE", `${path}/{field_code}`, 3, make),
      query: noQuery,
      body: noBody,
      isAdminOnly: true,
      handle: (call) => {
        const field = requireCustomField(call.company, kind, codeOf(call));
        deleteField(call.company, call.caller, kind, field);
        return one(fieldView(kind, field));
      },
    }),
  ];
}

function answer(data: object): object {
  return { ...one(data), additional_data: null };
}

function optionOperations({ kind, path, change, make }: FieldFamily): Operation[] {
  const scopes = [...change, ...make];
  const at = (method: "DELETE" | "PATCH" | "POST", cost: number) =>
    route(method, `${path}/{field_code}/options`, cost, scopes);
  const changed = (call: Concerned, how: Parameters<typeof changeOptions>[4]) => {
    const field = requireCustomField(call.company, kind, codeOf(call));
    return answer(changeOptions(call.company, call.caller, kind, field, how));
  };
  return [
    operation({
      ...at("POST", 5),
      query: noQuery,
      body: optionsCreateSchema,
      handle: (call) => changed(call, adding(call.body)),
    }),
    operation({
      ...at("PATCH", 5),
      query: noQuery,
      body: optionsPatchSchema,
      handle: (call) => changed(call, renaming(call.body)),
    }),
    operation({
      ...at("DELETE", 3),
      query: noQuery,
      body: optionsDeleteSchema,
      handle: (call) => changed(call, removing(call.body)),
    }),
  ];
}

/** The old endpoints, which alone tell the numeric ids that filters need (facts §4). */
function oldOperations({ kind, path, read, make }: FieldFamily): Operation[] {
  const oldPath = path.replace("/v2/", "/v1/");
  const scopes = [...read, ...make];
  return [
    operation({
      ...route("GET", oldPath, 20, scopes),
      query: fieldListQueryV1,
      body: noBody,
      handle: ({ company, query }) => listFieldsV1(company, kind, query),
    }),
    operation({
      ...route("GET", `${oldPath}/{id}`, 2, scopes),
      query: noQuery,
      body: noBody,
      handle: (call) => {
        const id = idOf(call);
        const all = [...fieldPart(call.company, kind).values()];
        const place = all.findIndex((field) => field.id === id);
        const field = all[place];
        if (field === undefined) throw entityNotFound();
        return one(fieldViewV1(field, place + 1));
      },
    }),
  ];
}

const FAMILIES: readonly FieldFamily[] = [
  {
    kind: "deal",
    path: "/api/v2/dealFields",
    read: DEALS_READ,
    change: DEALS_WRITE,
    make: DEAL_FIELDS_MAKE,
    createSchema: dealFieldCreateSchema,
    patchSchema: dealFieldPatchSchema,
  },
  {
    kind: "organization",
    path: "/api/v2/organizationFields",
    read: CONTACTS_READ,
    change: CONTACTS_WRITE,
    make: CONTACT_FIELDS_MAKE,
    createSchema: organizationFieldCreateSchema,
    patchSchema: organizationFieldPatchSchema,
  },
];

/** Deal and organization fields with their options (facts §3.4). */
export const fieldOperations: readonly Operation[] = FAMILIES.flatMap((family) => [
  ...readOperations(family),
  ...writeOperations(family),
  ...optionOperations(family),
  ...oldOperations(family),
]);
