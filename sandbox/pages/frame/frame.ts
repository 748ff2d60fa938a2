import { html } from "hono/html";

/** Escaped HTML, ready to be sent. */
export type Page = ReturnType<typeof html>;

export type Vendor = "FreshBooks" | "Pipedrive";

export interface Tab {
  readonly href: string;
  readonly label: string;
}

/** What every page of a stand-in carries around its own part. */
export interface Shell {
  readonly vendor: Vendor;
  /** Chooses the business or company; the same on every page. */
  readonly switcher: Page;
  readonly tabs: readonly Tab[];
  readonly nowMs: number;
  readonly isFrozen: boolean;
  readonly backstageHref: string;
  /** The other stand-in, once both are running. */
  readonly other?: Tab;
  /** What the last act did, in words. */
  readonly notice?: string;
}

const CLOCK = new Intl.DateTimeFormat("en-GB", {
  timeZone: "UTC",
  dateStyle: "medium",
  timeStyle: "short",
});

function head(title: string, script: Page): Page {
  return html`<head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/_page/style.css" />
    <title>${title}</title>
    ${script}
  </head>`;
}

function brand(vendor: Vendor): Page {
  return html`<span class="brand"
    ><a href="/">${vendor}</a> <span class="badge warn">Sandbox · not ${vendor}</span></span
  >`;
}

/** The frame of a page that stands alone: consent, refusals, what a customer sees. No script. */
export function plainPage(page: {
  readonly vendor: Vendor;
  readonly title: string;
  readonly main: Page;
}): Page {
  return html`<!doctype html>
    <html lang="en">
      ${head(page.title, html``)}
      <body class="${page.vendor.toLowerCase()}">
        <div class="tape"></div>
        <header class="top">${brand(page.vendor)}</header>
        <main class="narrow">${page.main}</main>
      </body>
    </html>`;
}

function tabs(shell: Shell, current: string): Page {
  const links = shell.tabs.map(
    ({ href, label }) =>
      html`<a href="${href}" ${label === current ? html`aria-current="page"` : ""}>${label}</a>`,
  );
  const other =
    shell.other === undefined
      ? ""
      : html`<a class="other" href="${shell.other.href}">${shell.other.label}</a>`;
  return html`<nav class="tabs" aria-label="Pages">${links}${other}</nav>`;
}

function notice(shell: Shell): Page {
  const { notice: text } = shell;
  return text === undefined
    ? html`<p id="notice" class="notice" role="status"></p>`
    : html`<p id="notice" class="notice" role="status" data-kept>${text}</p>`;
}

export interface FramedPage {
  readonly title: string;
  /** Label of the tab this page belongs to. */
  readonly tab: string;
  readonly main: Page;
  readonly isWide?: boolean;
}

/** A page within the stand-in's frame, kept live by the script. */
export function framedPage(shell: Shell, page: FramedPage): Page {
  const { vendor } = shell;
  const clock = `${CLOCK.format(shell.nowMs)} UTC${shell.isFrozen ? " · frozen" : ""}`;
  return html`<!doctype html>
    <html lang="en">
      ${head(`${page.title} · ${vendor} sandbox`, html`<script type="module" src="/_page/main"></script>`)}
      <body class="${vendor.toLowerCase()}">
        <a class="skip" href="#main">Skip to the page</a>
        <div id="page">
          <div class="tape"></div>
          <header class="top">
            ${brand(vendor)} ${shell.switcher}
            <a class="clock" href="${shell.backstageHref}" aria-label="The sandbox's clock: ${clock}"
              >${clock}</a
            >
          </header>
          ${tabs(shell, page.tab)}
          <main id="main" class="${page.isWide === true ? "wide" : ""}">${notice(shell)} ${page.main}</main>
          <footer>A stand-in on this machine. Nothing here reaches ${vendor} itself.</footer>
        </div>
      </body>
    </html>`;
}
