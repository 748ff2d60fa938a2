import { V2, withQueries } from "./drive";
import type { DriveRow } from "./drive";
import { at } from "./pipedrive-api";
import type { PipedriveApi } from "./pipedrive-api";

/** The eight operations on the fields of a kind of object. */
function fields(path: string): DriveRow[] {
  const full = { field_name: "Tier", field_type: "enum", options: [{ label: "Gold" }, { label: "Silver" }] };
  const made = async (api: PipedriveApi) => `${path}/${await api.make(path, full, "field_code")}`;
  const optionId = async (api: PipedriveApi, one: string) => {
    const { body } = await api.call("GET", { path: one });
    return at(body, "data", "options", 0, "id");
  };
  const blocks = { include_fields: "ui_visibility,important_fields,required_fields" };
  const one = `${path}/{field_code}`;
  return [
    [`GET ${path}`, () => Promise.resolve(withQueries(path, [{ limit: "1" }, { limit: "500", ...blocks }]))],
    [
      `POST ${path}`,
      () =>
        Promise.resolve([
          { path, body: full },
          { path, body: { field_name: "Paid", field_type: "monetary" } },
        ]),
    ],
    [`GET ${one}`, async (api) => withQueries(await made(api), [blocks])],
    [`PATCH ${one}`, async (api) => [{ path: await made(api), body: { field_name: "Class" } }]],
    [`DELETE ${one}`, async (api) => [{ path: await made(api) }]],
    [
      `POST ${one}/options`,
      async (api) => [{ path: `${await made(api)}/options`, body: [{ label: "Tin" }] }],
    ],
    [
      `PATCH ${one}/options`,
      async (api) => {
        const field = await made(api);
        return [{ path: `${field}/options`, body: [{ id: await optionId(api, field), label: "Or" }] }];
      },
    ],
    [
      `DELETE ${one}/options`,
      async (api) => {
        const field = await made(api);
        return [{ path: `${field}/options`, body: [{ id: await optionId(api, field) }] }];
      },
    ],
  ];
}

/** How the fields of deals and organizations are driven. */
export const fieldDrives: readonly DriveRow[] = [
  ...fields(`${V2}/dealFields`),
  ...fields(`${V2}/organizationFields`),
];
