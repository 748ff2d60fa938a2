import type { Context } from "hono";

import type { CompanyCaller } from "./company-caller";
import { gatewayError } from "./errors";
import type { PipedriveWorld } from "./world";

function byApiToken(world: PipedriveWorld, token: string): CompanyCaller | undefined {
  for (const company of world.companies.values()) {
    for (const user of company.users.values()) {
      if (user.apiToken !== token || !user.isActive) continue;
      return { company, caller: { userId: user.id, token, scopes: null, installation: null, source: "api" } };
    }
  }
  return undefined;
}

function byBearer(world: PipedriveWorld, header: string): CompanyCaller | undefined {
  const token = /^bearer\s+(\S+)$/i.exec(header)?.[1];
  if (token === undefined) throw gatewayError(400, "malformed authorization header");
  const installation = world.grants.access(token);
  if (installation === undefined) return undefined;
  const { companyId, userId, scopes, key } = installation;
  const company = world.companies.get(companyId);
  if (company?.users.get(userId)?.isActive !== true) return undefined;
  return { company, caller: { userId, token, scopes, installation: key, source: "api" } };
}

function find(world: PipedriveWorld, c: Context): CompanyCaller | undefined {
  const apiToken = c.req.header("x-api-token") ?? c.req.query("api_token");
  if (apiToken !== undefined) return byApiToken(world, apiToken);
  const bearer = c.req.header("authorization");
  return bearer === undefined ? undefined : byBearer(world, bearer);
}

/** Who calls, by an API token or an OAuth token of an active user; else 401 (facts §1, §2). */
export function requireCaller(world: PipedriveWorld, c: Context): CompanyCaller {
  const found = find(world, c);
  if (found === undefined) throw gatewayError(401, "unauthorized access");
  return found;
}
