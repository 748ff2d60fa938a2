import { V1, V2 } from "./drive";
import type { DriveRow, Query } from "./drive";
import { at } from "./pipedrive-api";

function merge(kind: "deals" | "organizations", body: object): DriveRow {
  return [
    `PUT ${V1}/${kind}/{id}/merge`,
    async (api) => {
      const [one, other] = [await api.make(`${V2}/${kind}`, body), await api.make(`${V2}/${kind}`, body)];
      return [{ path: `${V1}/${kind}/${one}/merge`, body: { merge_with_id: Number(other) } }];
    },
  ];
}

const filter = {
  name: "Dear ones",
  type: "deals",
  conditions: {
    glue: "and",
    conditions: [
      { glue: "and", conditions: [] },
      { glue: "or", conditions: [] },
    ],
  },
};
const webhook = {
  subscription_url: "https://app.example/hook",
  event_action: "*",
  event_object: "deal",
  name: "Deals",
};

function alone(operation: string, query?: Query): DriveRow {
  const path = operation.slice("GET ".length);
  return [operation, () => Promise.resolve([{ path }, ...(query ? [{ path, query }] : [])])];
}

/** A field by the number that v1 alone has for it. */
function oneField(kind: "dealFields" | "organizationFields"): DriveRow {
  return [
    `GET ${V1}/${kind}/{id}`,
    async (api) => {
      await api.make(`${V2}/${kind}`, { field_name: "Ledger", field_type: "varchar" }, "field_code");
      const { body } = await api.call("GET", { path: `${V1}/${kind}` });
      const rows = at(body, "data");
      const last: unknown = Array.isArray(rows) ? rows.at(-1) : undefined;
      return [{ path: `${V1}/${kind}/${String(at(last, "id"))}` }];
    },
  ];
}

/** How what only v1 has is driven. */
export const versionOneDrives: readonly DriveRow[] = [
  alone(`GET ${V1}/users`),
  alone(`GET ${V1}/users/me`),
  alone(`GET ${V1}/currencies`, { term: "EUR" }),
  alone(`GET ${V1}/dealFields`),
  alone(`GET ${V1}/organizationFields`),
  oneField("dealFields"),
  oneField("organizationFields"),
  merge("deals", { title: "Twin" }),
  merge("organizations", { name: "Twin" }),
  [`POST ${V1}/filters`, () => Promise.resolve([{ path: `${V1}/filters`, body: filter }])],
  [
    `GET ${V1}/filters`,
    async (api) => {
      await api.make(`${V1}/filters`, filter);
      return [{ path: `${V1}/filters`, query: { type: "deals" } }];
    },
  ],
  [
    `GET ${V1}/filters/{id}`,
    async (api) => [{ path: `${V1}/filters/${await api.make(`${V1}/filters`, filter)}` }],
  ],
  [
    `DELETE ${V1}/filters/{id}`,
    async (api) => [{ path: `${V1}/filters/${await api.make(`${V1}/filters`, filter)}` }],
  ],
  [`POST ${V1}/webhooks`, () => Promise.resolve([{ path: `${V1}/webhooks`, body: webhook }])],
  [
    `GET ${V1}/webhooks`,
    async (api) => {
      await api.make(`${V1}/webhooks`, webhook);
      return [{ path: `${V1}/webhooks` }];
    },
  ],
  [
    `DELETE ${V1}/webhooks/{id}`,
    async (api) => [{ path: `${V1}/webhooks/${await api.make(`${V1}/webhooks`, webhook)}` }],
  ],
];
