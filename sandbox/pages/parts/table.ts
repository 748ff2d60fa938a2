import { html } from "hono/html";

import type { Page } from "../frame/frame";

export interface Column {
  readonly label: string;
  readonly isMoney?: boolean;
}

// A column of buttons needs no name: each button says what it does.
function heading({ label, isMoney }: Column): Page {
  if (label === "") return html`<td></td>`;
  return html`<th scope="col" ${isMoney === true ? html`class="money"` : ""}>${label}</th>`;
}

/** A table whose rows become cards on a phone; `name` says what it lists. */
export function table(name: string, columns: readonly Column[], rows: readonly Page[]): Page {
  return html`<div class="scroll" role="region" aria-label="Table: ${name}" tabindex="0">
    <table class="fold">
      <thead>
        <tr>
          ${columns.map(heading)}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}

/** A list of names and values. */
export function facts(pairs: readonly (readonly [name: string, value: Page | string])[]): Page {
  return html`<dl class="facts">
    ${pairs.map(
      ([name, value]) =>
        html`<dt>${name}</dt>
          <dd dir="auto">${value === "" ? "—" : value}</dd>`,
    )}
  </dl>`;
}
