import { z } from "zod";

import { one } from "../answers";
import { gatewayError } from "../errors";
import { companyBlock, userView } from "../user-view";
import { noBody, noQuery, operation, route } from "./operation";
import type { Operation } from "./operation";
import { BASE } from "./scopes";

/** `term` is part of a name or a code. */
const currencyQuery = z.strictObject({ term: z.string().optional() });

/** Users and currencies, which exist in v1 only (facts §2, §3.1). */
export const userOperations: readonly Operation[] = [
  operation({
    ...route("GET", "/api/v1/users/me", 2, BASE),
    query: noQuery,
    body: noBody,
    handle: ({ company, caller }) => {
      const user = company.users.get(caller.userId);
      if (user === undefined) throw gatewayError(401, "unauthorized access");
      return one({ ...userView(company, user, true), ...companyBlock(company) });
    },
  }),
  operation({
    ...route("GET", "/api/v1/users", 20, ["users:read"]),
    query: noQuery,
    body: noBody,
    handle: ({ company, caller }) =>
      one([...company.users.values()].map((user) => userView(company, user, user.id === caller.userId))),
  }),
  operation({
    ...route("GET", "/api/v1/currencies", 20, BASE),
    query: currencyQuery,
    body: noBody,
    handle: ({ company, query: { term } }) =>
      one(
        [...company.currencies.values()].filter(
          ({ name, code }) =>
            term === undefined ||
            [name, code].some((text) => text.toLowerCase().includes(term.toLowerCase())),
        ),
      ),
  }),
];
