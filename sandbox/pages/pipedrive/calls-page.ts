import { html } from "hono/html";

import type { Page } from "../frame/frame";
import { count } from "../parts/pager";
import { table } from "../parts/table";
import type { CallsView } from "./read-calls";

const COLUMNS = [{ label: "When" }, { label: "Call" }, { label: "Answer" }, { label: "Cost", isMoney: true }];

function answer(status: number): Page {
  return html`<span class="badge ${status < 400 ? "good" : "bad"}"
    >${status < 400 ? "✓" : "✕"} ${status}</span
  >`;
}

function budget({ limit, used, burst }: CallsView): Page {
  const share = limit === 0 ? 100 : Math.min(100, (used / limit) * 100);
  return html`<section class="panel stack" aria-label="Limits">
    <div class="row spread">
      <span><strong>${count(used)}</strong> of ${count(limit)} API tokens spent today</span>
      <span class="soft">${count(Math.max(0, limit - used))} left until midnight UTC</span>
    </div>
    <span class="meter" aria-hidden="true"><i style="width: ${share.toFixed(2)}%"></i></span>
    <p class="hint">${burst} calls in the last two seconds.</p>
  </section>`;
}

/** Who called the API for what, at what cost. */
export function callsPage(view: CallsView): Page {
  const rows = view.calls.map(
    (call) =>
      html`<tr data-key="call-${call.requestId}">
        <td class="nowrap">${call.at.slice(0, 19).replace("T", " ")}</td>
        <td class="full"><code>${call.method} ${call.path}${call.query}</code></td>
        <td>${answer(call.status)}</td>
        <td class="money" data-label="cost">${call.tokenCost}</td>
      </tr>`,
  );
  return html`<div class="head"><h1>API calls</h1></div>
    ${budget(view)}
    <section aria-label="Latest calls">
      ${rows.length === 0 ? html`<p class="hint">No call yet.</p>` : table("Latest calls", COLUMNS, rows)}
    </section>`;
}
