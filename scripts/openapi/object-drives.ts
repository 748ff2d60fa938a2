import { V2, withQueries } from "./drive";
import type { DriveRow, Query } from "./drive";
import { at } from "./pipedrive-api";
import type { PipedriveApi } from "./pipedrive-api";

interface Resource {
  readonly path: string;
  /** A body with everything that can be set. */
  readonly full: (api: PipedriveApi) => Promise<Record<string, unknown>>;
  /** A body with no more than must be there. */
  readonly bare: object;
  readonly patches: readonly object[];
  /** Queries of a list, and of one object. */
  readonly listQueries?: readonly Query[];
  readonly getQueries?: readonly Query[];
}

/** The five operations on a kind of object with numeric ids. */
function resource({ path, full, bare, patches, listQueries, getQueries }: Resource): DriveRow[] {
  const made = async (api: PipedriveApi) => `${path}/${await api.make(path, await full(api))}`;
  return [
    [
      `POST ${path}`,
      async (api) => [
        { path, body: await full(api) },
        { path, body: bare },
      ],
    ],
    [`GET ${path}/{id}`, async (api) => withQueries(await made(api), getQueries)],
    [`DELETE ${path}/{id}`, async (api) => [{ path: await made(api) }]],
    [
      `PATCH ${path}/{id}`,
      async (api) => {
        const one = await made(api);
        return patches.map((body) => ({ path: one, body }));
      },
    ],
    [
      `GET ${path}`,
      async (api) => {
        await made(api);
        return withQueries(path, listQueries);
      },
    ],
  ];
}

const ADDRESS = { value: "Hauptstr. 5, 10115 Berlin", country: "Germany", postal_code: "10115" };
const PAGE = { limit: "1", sort_by: "update_time", sort_direction: "desc" };

/** An organization with all that can be set. */
export async function fullOrganization(api: PipedriveApi): Promise<Record<string, unknown>> {
  const code = await api.make(
    `${V2}/organizationFields`,
    { field_name: "Ledger", field_type: "varchar" },
    "field_code",
  );
  return { name: "Findable", address: ADDRESS, visible_to: 3, custom_fields: { [code]: "31" } };
}

/** A deal with all that can be set, at a new organization and person. */
export async function fullDeal(api: PipedriveApi): Promise<Record<string, unknown>> {
  const options = [{ label: "Gold" }];
  const field = { field_name: "Tier", field_type: "enum", options };
  const answer = await api.call("POST", { path: `${V2}/dealFields`, body: field });
  const code = String(at(answer.body, "data", "field_code"));
  return {
    title: "Findable",
    org_id: Number(await api.make(`${V2}/organizations`, { name: "Acme GmbH" })),
    person_id: Number(await api.make(`${V2}/persons`, { name: "Ann Ode" })),
    value: 12.3,
    currency: "USD",
    expected_close_date: "2026-12-01",
    custom_fields: { [code]: at(answer.body, "data", "options", 0, "id") },
  };
}

const LABELS = { include_option_labels: "true", include_labels: "true" };

/** How the objects of v2 are driven. */
export const objectDrives: readonly DriveRow[] = [
  ...resource({
    path: `${V2}/organizations`,
    full: fullOrganization,
    bare: { name: "Bare" },
    patches: [{ name: "Acme AG" }, { address: { value: "Berlin" } }],
    listQueries: [PAGE, { ...LABELS, include_fields: "people_count,notes_count" }],
    getQueries: [{ ...LABELS, include_fields: "next_activity_id,smart_bcc_email" }],
  }),
  ...resource({
    path: `${V2}/persons`,
    full: () =>
      Promise.resolve({
        name: "Findable",
        emails: [{ value: "ann@acme.example", primary: true, label: "work" }],
        phones: [{ value: "+49 30 1", primary: true, label: "work" }],
      }),
    bare: { name: "Bare" },
    patches: [{ name: "Ann Ode-Byte" }],
    listQueries: [PAGE],
    getQueries: [{ include_fields: "smart_bcc_email" }],
  }),
  ...resource({
    path: `${V2}/deals`,
    full: fullDeal,
    bare: { title: "Bare" },
    patches: [
      { value: 20 },
      { status: "won", won_time: "2026-11-20T10:11:12Z" },
      { status: "open" },
      { status: "lost", lost_reason: "Too dear" },
    ],
    listQueries: [
      PAGE,
      { ...LABELS, include_fields: "source_lead_id,products_count", status: "open,won,lost,deleted" },
    ],
    getQueries: [{ ...LABELS, include_fields: "source_lead_id,first_won_time" }],
  }),
  ...resource({
    path: `${V2}/pipelines`,
    full: () => Promise.resolve({ name: "Another", is_deal_probability_enabled: true }),
    bare: { name: "Bare" },
    patches: [{ name: "Third" }],
    listQueries: [PAGE],
  }),
  ...resource({
    path: `${V2}/stages`,
    full: () => Promise.resolve({ name: "Late", pipeline_id: 2, deal_probability: 50 }),
    bare: { name: "Bare", pipeline_id: 1 },
    patches: [{ name: "Later", is_deal_rot_enabled: true, days_to_rotten: 7 }],
    listQueries: [{ ...PAGE, pipeline_id: "2" }],
  }),
  [
    `GET ${V2}/deals/archived`,
    async (api) => {
      const id = await api.make(`${V2}/deals`, await fullDeal(api));
      await api.call("PATCH", { path: `${V2}/deals/${id}`, body: { is_archived: true } });
      return [{ path: `${V2}/deals/archived` }];
    },
  ],
];
