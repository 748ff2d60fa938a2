import { html, raw } from "hono/html";

import { STYLE } from "./style";

/** Escaped HTML, ready to be sent. */
export type Page = ReturnType<typeof html>;

export interface Layout {
  readonly title: string;
  readonly vendor: "FreshBooks" | "Pipedrive";
  readonly body: Page;
  /** Script of the page; our own text, never data. */
  readonly script?: string;
}

/** The frame of every page of the sandbox. */
export function pageLayout(layout: Layout): Page {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="data:," />
        <title>${layout.title}</title>
        <style>
          ${raw(STYLE)}
        </style>
      </head>
      <body class="${layout.vendor.toLowerCase()}">
        <header><strong>${layout.vendor}</strong> <span class="badge">sandbox</span></header>
        ${layout.body}
        ${
          layout.script === undefined
            ? ""
            : html`<script type="module">
                ${raw(layout.script)};
              </script>`
        }
      </body>
    </html>`;
}
