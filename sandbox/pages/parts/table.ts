import { html } from "hono/html";

import type { Page } from "../frame/frame";

export interface Column {
  readonly label: string;
  readonly isMoney?: boolean;
}

/** A table whose rows become cards on a phone; `name` says what it lists. */
export function table(name: string, columns: readonly Column[], rows: readonly Page[]): Page {
  return html`<div class="scroll" role="region" aria-label="${name}" tabindex="0">
    <table class="cards">
      <thead>
        <tr>
          ${columns.map(
            ({ label, isMoney }) =>
              html`<th scope="col" ${isMoney === true ? html`class="money"` : ""}>${label}</th>`,
          )}
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
          <dd dir="auto">${value}</dd>`,
    )}
  </dl>`;
}
