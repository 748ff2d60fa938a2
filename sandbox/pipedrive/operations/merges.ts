import { z } from "zod";

import { one } from "../answers";
import { dealViewV1 } from "../deal-view-v1";
import { mergeDeals, mergeOrganizations } from "../merges";
import { idOf, noQuery, operation, route } from "./operation";
import type { Operation } from "./operation";
import { CONTACTS_WRITE, DEALS_WRITE } from "./scopes";

const mergeBody = z.strictObject({ merge_with_id: z.int() });

/** Merges, which exist in v1 only (facts §3.1). */
export const mergeOperations: readonly Operation[] = [
  operation({
    ...route("PUT", "/api/v1/deals/{id}/merge", 40, DEALS_WRITE),
    query: noQuery,
    body: mergeBody,
    handle: (call) => {
      const { company, caller, body } = call;
      const survivor = mergeDeals(company, caller, idOf(call), body.merge_with_id);
      return one({ ...dealViewV1(company, survivor), merge_what_id: body.merge_with_id });
    },
  }),
  operation({
    ...route("PUT", "/api/v1/organizations/{id}/merge", 40, CONTACTS_WRITE),
    query: noQuery,
    body: mergeBody,
    handle: (call) => {
      const { company, caller, body } = call;
      const survivor = mergeOrganizations(company, caller, idOf(call), body.merge_with_id);
      return one({ id: survivor.id });
    },
  }),
];
