import "server-only";
import { requireEnvironment } from "../../credentials/other-environment";
import { pipedrivePlace } from "../../credentials/vendor-places";
import type { ConnectionEnvironment } from "../../db/generated/enums";
import { makeSweepDue } from "../../db/repos/sweep-mark";
import type { Tenant } from "../../db/tenant";
import type { Person } from "../../lib/actor";
import type { Env } from "../../lib/env";
import { AppError } from "../../lib/errors";
import { isAllowedApiHost } from "../../vendors/pipedrive/allowed-host";
import { createPipedriveClient } from "../../vendors/pipedrive/client";
import type { PipedriveMe } from "../../vendors/pipedrive/company";
import { openGate } from "../../vendors/pipedrive/gate";
import { VendorError } from "../../vendors/http/vendor-error";
import type { Deps } from "../deps";
import { requireVerifiedEmail } from "../people/require-verified-email";
import { joinCompany } from "./join-company";

type Input = { token: string; company: string; environment: ConnectionEnvironment; actor: Person };

function fieldError(field: "token" | "company", userMessage: string, cause?: unknown): AppError {
  return new AppError("invalid_input", { userMessage, cause, details: { field } });
}

/** Where the company's API is: its own address, or the stand-in's. No token leaves for a host that is not allowed. */
function apiAddress(env: Env, { company, environment }: Input): string {
  const { oauthUrl, allowedHosts } = pipedrivePlace(env, environment);
  const address = environment === "sandbox" ? oauthUrl : `https://${company}.pipedrive.com`;
  if (isAllowedApiHost(address, allowedHosts)) return address;
  throw fieldError("company", `The operator of this server does not allow ${new URL(address).host}.`);
}

/** What Pipedrive's refusal of a token means to the person who typed it in. */
function explain(error: unknown, company: string): unknown {
  if (!(error instanceof VendorError)) return error;
  const host = `${company}.pipedrive.com`;
  if (error.kind === "auth") {
    return fieldError("token", `Pipedrive does not know this token at ${host}. Copy it anew.`, error);
  }
  if (error.status === 404 || error.kind === "not_found") {
    return fieldError("company", `There is no Pipedrive company at ${host}.`, error);
  }
  if (error.kind === "forbidden") {
    const hint = "API use may be switched off for this person: ask a Pipedrive admin.";
    return new AppError("vendor_refused", { userMessage: `${error.userMessage} ${hint}`, cause: error });
  }
  return error;
}

/** A token opens the company of its owner, whatever address it was sent to. */
function requireCompany(me: PipedriveMe, company: string): void {
  if (me.companyDomain.toLowerCase() === company) return;
  const domain = me.companyDomain;
  throw fieldError(
    "company",
    `This token is of ${me.companyName} (${domain}.pipedrive.com), not ${company}.`,
  );
}

/**
 * Connects Pipedrive by a person's own API token, where the operator lets people do so. The token is checked by asking
 * who it is, and only then stored, sealed; it neither ends nor is refreshed. Throws `not_configured` where tokens are
 * not allowed, `invalid_input` at the field that is wrong, and as `joinCompany`.
 */
export async function connectByToken(deps: Deps, tenant: Tenant, input: Input): Promise<void> {
  const { env, clock, log, db } = deps;
  const { token, company, environment, actor } = input;
  if (!env.PIPEDRIVE_API_TOKENS) {
    throw new AppError("not_configured", {
      userMessage:
        "The operator of this server does not allow API tokens. Connect with Pipedrive's consent page.",
    });
  }
  await requireVerifiedEmail(deps, actor.userId);
  await requireEnvironment(db, tenant, environment);
  const apiBaseUrl = apiAddress(env, input);
  const accessToken = () => Promise.resolve(token);
  const options = { apiBaseUrl, grant: "api_token", accessToken, gate: openGate, clock, log } as const;
  const me = await createPipedriveClient(options)
    .me()
    .catch((error: unknown) => {
      throw explain(error, company);
    });
  requireCompany(me, company);
  const tokens = { accessToken: token, refreshToken: null, accessExpiresAt: null, scopes: [] };
  await joinCompany(deps, tenant, { me, environment, apiBaseUrl, grant: "api_token", tokens, actor });
  await makeSweepDue(db, tenant, clock.now());
}
