import { html } from "hono/html";

import type { ClockMove, ClockReading } from "../../lib/clock-move";
import type { Page } from "../frame/frame";
import { actButton } from "../parts/form";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Moves of the clock by their name in the address. */
export const CLOCK_MOVES: ReadonlyMap<string, { readonly label: string; readonly move: ClockMove }> = new Map(
  [
    ["hour", { label: "+ 1 hour", move: { advanceMs: HOUR_MS } }],
    ["day", { label: "+ 1 day", move: { advanceMs: DAY_MS } }],
    ["week", { label: "+ 1 week", move: { advanceMs: 7 * DAY_MS } }],
    ["month", { label: "+ 30 days", move: { advanceMs: 30 * DAY_MS } }],
    ["freeze", { label: "Freeze", move: { frozen: true } }],
    ["thaw", { label: "Let it run", move: { frozen: false } }],
  ],
);

/** The sandbox's clock, and ways to move it. */
export function clockPart(clock: ClockReading, hrefOf: (path: string) => string): Page {
  const hidden = clock.frozen ? "freeze" : "thaw";
  const buttons = [...CLOCK_MOVES]
    .filter(([key]) => key !== hidden)
    .map(([key, { label }]) => actButton(hrefOf(`/backstage/clock/${key}`), label));
  return html`<section class="panel stack" aria-labelledby="clock-title">
    <h2 id="clock-title">Clock</h2>
    <p>
      <strong>${clock.now.slice(0, 19).replace("T", " ")} UTC</strong>
      ${clock.frozen ? html`<span class="badge info">frozen</span>` : ""}
    </p>
    <p class="hint">By it invoices fall due, tokens expire, limits roll and deliveries are tried again.</p>
    <div class="row">${buttons}</div>
  </section>`;
}
