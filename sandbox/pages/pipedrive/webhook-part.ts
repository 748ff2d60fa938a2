import { html } from "hono/html";

import type { Company } from "../../pipedrive/company";
import type { Hook, HookDelivery } from "../../pipedrive/webhooks/hook";
import type { Page } from "../frame/frame";
import { table } from "../parts/table";

const SHOWN_DELIVERIES = 100;

function state(hook: Hook, nowMs: number): Page {
  if (hook.bannedUntilMs > nowMs) return html`<span class="badge bad">✕ banned for a while</span>`;
  if (hook.lastStatus === null) return html`<span class="badge">◌ never called</span>`;
  const isFine = hook.lastStatus >= 200 && hook.lastStatus < 300;
  return isFine
    ? html`<span class="badge good">✓ ${hook.lastStatus}</span>`
    : html`<span class="badge bad">✕ ${hook.lastStatus === 0 ? "no answer" : hook.lastStatus}</span>`;
}

function hookRow(hook: Hook, nowMs: number): Page {
  return html`<tr data-key="hook-${hook.id}">
    <td><code>${hook.action}.${hook.object}</code></td>
    <td class="full"><code>${hook.url}</code></td>
    <td>${state(hook, nowMs)}</td>
    <td class="mono">${hook.id}</td>
  </tr>`;
}

function deliveryRow(entry: HookDelivery): Page {
  const isFine = entry.status >= 200 && entry.status < 300;
  const answer = entry.status === 0 ? "no answer" : String(entry.status);
  return html`<tr>
    <td class="nowrap">${entry.at.slice(0, 19).replace("T", " ")}</td>
    <td><code>${entry.event}</code></td>
    <td>${entry.entityId} <small>to webhook ${entry.webhookId}</small></td>
    <td>${entry.attempt}</td>
    <td class="full">
      <span class="badge ${isFine ? "good" : "bad"}">${isFine ? "✓" : "✕"} ${answer}</span>
    </td>
  </tr>`;
}

/** The company's webhooks and how the latest deliveries went. */
export function webhookPart(company: Company): Page {
  const nowMs = company.clock.nowMs();
  const hooks = company.hooks.list();
  const deliveries = company.hooks.log.slice(-SHOWN_DELIVERIES).reverse();
  const columns = [{ label: "Event" }, { label: "Address" }, { label: "Last answer" }, { label: "Id" }];
  const deliveryColumns = ["When", "Event", "Object", "Try", "Outcome"].map((label) => ({ label }));
  return html`<section class="stack" aria-labelledby="hooks-title">
      <h2 id="hooks-title">Webhooks</h2>
      ${
        hooks.length === 0
          ? html`<p class="hint">No app listens for changes in this company.</p>`
          : table(
              "Webhooks",
              columns,
              hooks.map((hook) => hookRow(hook, nowMs)),
            )
      }
    </section>
    ${
      deliveries.length === 0
        ? ""
        : html`<section class="stack" aria-labelledby="deliveries-title">
            <h2 id="deliveries-title">Latest deliveries</h2>
            ${table("Deliveries", deliveryColumns, deliveries.map(deliveryRow))}
          </section>`
    }`;
}
