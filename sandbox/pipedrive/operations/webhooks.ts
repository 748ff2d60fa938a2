import { webhookCreateSchema } from "../schemas/webhook";
import { createWebhook, deleteWebhook, listWebhooks, webhookView } from "../webhook-acts";
import { idOf, noBody, noQuery, operation, route } from "./operation";
import type { Operation } from "./operation";
import { WEBHOOKS_READ, WEBHOOKS_WRITE } from "./scopes";

const PATH = "/api/v1/webhooks";
const OK = { status: "ok", success: true };

/** Webhooks, which are made in v1 only, whatever version they then speak (facts §8). */
export const webhookOperations: readonly Operation[] = [
  operation({
    ...route("GET", PATH, 10, WEBHOOKS_READ),
    query: noQuery,
    body: noBody,
    handle: ({ company, caller }) => ({
      ...OK,
      data: listWebhooks(company, caller).map((hook) => webhookView(company, hook)),
    }),
  }),
  operation({
    ...route("POST", PATH, 10, WEBHOOKS_WRITE),
    query: noQuery,
    body: webhookCreateSchema,
    status: 201,
    handle: ({ company, caller, body }) => ({
      ...OK,
      data: webhookView(company, createWebhook(company, caller, body)),
    }),
  }),
  operation({
    ...route("DELETE", `${PATH}/{id}`, 6, WEBHOOKS_WRITE),
    query: noQuery,
    body: noBody,
    handle: (call) => {
      deleteWebhook(call.company, call.caller, idOf(call));
      return OK;
    },
  }),
];
