import { html } from "hono/html";

import type { Page } from "../frame/frame";
import { actButton } from "../parts/form";
import { table } from "../parts/table";
import { deliveryTable } from "./delivery-table";
import { hrefIn } from "./place";
import type { Place } from "./place";
import type { CallbackRow, DeliveryRow } from "./read-callbacks";

const COLUMNS = [
  { label: "Event" },
  { label: "Address" },
  { label: "State" },
  { label: "Id" },
  { label: "" },
];

function state({ isVerified, dropsInRow }: CallbackRow): Page {
  const drops = dropsInRow === 0 ? "" : html` <small>${dropsInRow} lost in a row</small>`;
  return isVerified
    ? html`<span class="badge good">✓ verified</span>${drops}`
    : html`<span class="badge warn">◌ not verified</span>${drops}`;
}

function callbackRow(place: Place, callback: CallbackRow): Page {
  return html`<tr data-key="callback-${callback.id}">
    <td><code>${callback.event}</code></td>
    <td class="full"><code>${callback.uri}</code></td>
    <td>${state(callback)}</td>
    <td class="mono">${callback.id}</td>
    <td>
      ${actButton(hrefIn(place, `/callbacks/${callback.id}/delete`), "Delete", {
        title: "The app is told of nothing any more, until it registers again.",
        name: `Delete callback ${callback.id}`,
        isDangerous: true,
      })}
    </td>
  </tr>`;
}

/** Who is told of changes in these books, and how the telling went. */
export function callbacksPage(
  place: Place,
  callbacks: readonly CallbackRow[],
  deliveries: readonly DeliveryRow[],
): Page {
  return html`<div class="head"><h1>Callbacks</h1></div>
    <section class="stack" aria-label="Registered callbacks">
      ${
        callbacks.length === 0
          ? html`<p class="hint">
              No app has registered a callback on these books. Connect one, and it will.
            </p>`
          : table(
              "Callbacks",
              COLUMNS,
              callbacks.map((callback) => callbackRow(place, callback)),
            )
      }
    </section>
    <section class="stack" aria-labelledby="deliveries">
      <h2 id="deliveries">Latest deliveries</h2>
      ${deliveryTable("Deliveries", deliveries)}
    </section>`;
}
