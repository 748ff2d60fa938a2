import { V2 } from "./drive";
import type { Drive, DriveRow, Query } from "./drive";
import { fullDeal, fullOrganization } from "./object-drives";

/** Longer than the index ever lags (facts §4). */
const MINUTE_MS = 60_000;

/** A search for what was just made, and is in the index by now. */
function search(path: string, maker: Drive, query: Query): DriveRow {
  return [
    `GET ${path}`,
    async (api) => {
      for (const call of await maker(api)) await api.call("POST", call);
      api.advanceClock(MINUTE_MS);
      return [{ path, query }];
    },
  ];
}

const find = { term: "Findable", limit: "100" };
const newDeal: Drive = async (api) => [{ path: `${V2}/deals`, body: await fullDeal(api) }];
const newPerson: Drive = () => Promise.resolve([{ path: `${V2}/persons`, body: { name: "Findable" } }]);
const newOrganization: Drive = async (api) => [
  { path: `${V2}/organizations`, body: await fullOrganization(api) },
  { path: `${V2}/organizations`, body: { name: "Findable" } },
];

/** How the searches are driven. */
export const searchDrives: readonly DriveRow[] = [
  search(`${V2}/deals/search`, newDeal, find),
  search(`${V2}/persons/search`, newPerson, find),
  search(`${V2}/organizations/search`, newOrganization, find),
  search(`${V2}/itemSearch`, newDeal, find),
  search(`${V2}/itemSearch/field`, newOrganization, { ...find, entity_type: "organization", field: "name" }),
];
