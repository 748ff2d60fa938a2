import { html } from "hono/html";

import type { Page } from "../frame/frame";
import { table } from "../parts/table";
import type { DeliveryRow } from "./read-callbacks";

const COLUMNS = [
  { label: "When" },
  { label: "Event" },
  { label: "Object" },
  { label: "Try" },
  { label: "Outcome" },
];

function outcome({ status, error }: DeliveryRow): Page {
  if (status >= 200 && status < 300) return html`<span class="badge good">✓ ${status}</span>`;
  if (status !== 0) return html`<span class="badge bad">✕ ${status}</span>`;
  return html`<span class="badge bad">✕ no answer</span> <small>${error ?? ""}</small>`;
}

/** Tries at posting to callbacks, newest first. */
export function deliveryTable(name: string, deliveries: readonly DeliveryRow[]): Page {
  if (deliveries.length === 0) return html`<p class="hint">None yet.</p>`;
  const rows = deliveries.map(
    (entry) =>
      html`<tr>
        <td class="nowrap">${entry.at.slice(0, 19).replace("T", " ")}</td>
        <td><code>${entry.event}</code></td>
        <td>${entry.object_id} <small>to callback ${entry.callbackid}</small></td>
        <td>${entry.attempt}</td>
        <td class="full">${outcome(entry)}</td>
      </tr>`,
  );
  return table(name, COLUMNS, rows);
}
