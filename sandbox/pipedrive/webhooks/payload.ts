import type { CompanyEvent } from "./event";
import type { Hook } from "./hook";

/** What stays the same over all tries of one event at one webhook. */
export interface Envelope {
  readonly event: CompanyEvent;
  readonly hook: Hook;
  readonly companyId: number;
  readonly host: string;
  readonly id: string;
  readonly correlationId: string;
  readonly at: Date;
}

const V1_ACTIONS = { create: "added", change: "updated", delete: "deleted" } as const;

function payloadV1({ event, hook, companyId, host, at }: Envelope, attempt: number): object {
  const action = V1_ACTIONS[event.action];
  return {
    v: 1,
    meta: {
      v: 1,
      action,
      object: event.entity,
      id: Number(event.entityId),
      company_id: companyId,
      user_id: event.userId,
      host,
      timestamp: Math.floor(at.getTime() / 1000),
      permitted_user_ids: [hook.userId],
      webhook_id: hook.id,
      change_source: event.source,
    },
    current: event.data,
    previous: event.previous,
    retry: attempt - 1,
    event: `${action}.${event.entity}`,
  };
}

/** The body of a delivery: `previous` holds what a change replaced, or the last state of what is gone (facts §8). */
export function payload(envelope: Envelope, attempt: number): object {
  const { event, hook, companyId, host, id, correlationId, at } = envelope;
  if (hook.version === "1.0") return payloadV1(envelope, attempt);
  return {
    meta: {
      action: event.action,
      entity: event.entity,
      entity_id: event.entityId,
      id,
      company_id: String(companyId),
      user_id: String(event.userId),
      correlation_id: correlationId,
      webhook_id: String(hook.id),
      webhook_owner_id: String(hook.ownerId),
      timestamp: at.toISOString(),
      type: hook.installation === null ? "general" : "application",
      version: "2.0",
      change_source: event.source,
      attempt,
      host,
      is_bulk_edit: false,
      permitted_user_ids: [String(hook.userId)],
      ...event.merged,
    },
    data: event.data,
    previous: event.previous,
  };
}
