import type { z } from "zod";

import { isoSeconds } from "../lib/zone-time";
import type { Caller } from "./caller";
import type { Company } from "./company";
import { PipedriveError, entityNotFound } from "./errors";
import { requireUser } from "./references";
import type { webhookCreateSchema } from "./schemas/webhook";
import type { Hook } from "./webhooks/hook";

function stamp(ms: number | null): string | null {
  return ms === null ? null : isoSeconds(ms);
}

/** A webhook as v1 answers it; the password is never shown. */
export function webhookView(company: Company, hook: Hook): Record<string, unknown> {
  return {
    id: hook.id,
    company_id: company.profile.id,
    owner_id: hook.ownerId,
    user_id: hook.userId,
    event_action: hook.action,
    event_object: hook.object,
    subscription_url: hook.url,
    name: hook.name,
    version: hook.version,
    is_active: hook.bannedUntilMs > company.clock.nowMs() ? 0 : 1,
    add_time: stamp(hook.addMs),
    remove_time: null,
    type: hook.installation === null ? "general" : "application",
    http_auth_user: hook.authUser,
    http_auth_password: null,
    remove_reason: null,
    last_delivery_time: stamp(hook.lastDeliveryMs),
    last_http_status: hook.lastStatus,
    admin_id: hook.ownerId,
  };
}

// Real addresses must be public and, for apps, https; on this machine http is all there is (facts §8, §13.9).
function isReachable(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === "https:" || (protocol === "http:" && ["127.0.0.1", "localhost"].includes(hostname));
}

/** Registers a webhook; more than 40 of one user are refused with 422 (facts §8). */
export function createWebhook(
  company: Company,
  caller: Caller,
  body: z.output<typeof webhookCreateSchema>,
): Hook {
  const userId = body.user_id ?? caller.userId;
  requireUser(company, userId);
  if (!isReachable(body.subscription_url)) {
    const errors = { subscription_url: ["invalid or non-reachable URL"] };
    throw new PipedriveError(400, { status: "error", success: false, errors });
  }
  if (company.hooks.isFullFor(userId)) {
    const error = "Webhook limit reached";
    throw new PipedriveError(422, { status: "error", success: false, error });
  }
  return company.hooks.add({
    url: body.subscription_url,
    action: body.event_action,
    object: body.event_object,
    name: body.name,
    version: body.version,
    authUser: body.http_auth_user ?? null,
    authPassword: body.http_auth_password ?? null,
    installation: caller.installation,
    userId,
    ownerId: caller.userId,
  });
}

/** Webhooks that a caller sees: an app its own, a user with an API token all of theirs. */
export function listWebhooks(company: Company, caller: Caller): readonly Hook[] {
  return company.hooks
    .list()
    .filter((hook) => hook.ownerId === caller.userId && hook.installation === caller.installation);
}

export function deleteWebhook(company: Company, caller: Caller, id: number): void {
  const isOwn = listWebhooks(company, caller).some((hook) => hook.id === id);
  if (!isOwn || !company.hooks.remove(id)) throw entityNotFound();
}
