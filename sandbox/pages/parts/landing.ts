import { html } from "hono/html";

import type { Neighbours } from "../frame/neighbours";
import type { Page, Vendor } from "../frame/frame";

function line(name: string, url: string, isHere: boolean): Page {
  const where = isHere
    ? html`<strong>${name}</strong> <span class="soft">here</span>`
    : html`<a href="${url}">${name}</a>`;
  return html`<span>${where}</span>`;
}

/** A row that leads to both stand-ins and says how an app is connected to them. */
export function landing(vendor: Vendor, neighbours: Neighbours): Page {
  const { freshbooks, pipedrive } = neighbours;
  return html`<section class="landing" aria-label="The sandbox">
    <p>
      ${line("FreshBooks sandbox", freshbooks, vendor === "FreshBooks")} <span aria-hidden="true">→</span>
      ${line("Pipedrive sandbox", pipedrive, vendor === "Pipedrive")}
    </p>
    <details id="landing">
      <summary>How to connect an app</summary>
      <p>
        <code>npm start -- --sandbox</code> and <code>npm run demo</code> start the app with both stand-ins
        beside it. There, make a workspace and press “Try it with sandbox data”: the consent pages here ask
        who you are. An app that runs already is told of them by these settings:
      </p>
      <pre><code>SANDBOX_FRESHBOOKS_URL=${freshbooks}
SANDBOX_PIPEDRIVE_URL=${pipedrive}</code></pre>
    </details>
  </section>`;
}
