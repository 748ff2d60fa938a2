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
        <code>npm run demo</code> and <code>npm run dev</code> start the app already pointed at both. There,
        make a workspace and press Connect on each side: the consent pages of these stand-ins ask who you are.
        An app of your own takes these addresses in place of the vendors':
      </p>
      <pre><code>FRESHBOOKS_API_URL=${freshbooks}
FRESHBOOKS_AUTH_URL=${freshbooks}
PIPEDRIVE_OAUTH_URL=${pipedrive}</code></pre>
    </details>
  </section>`;
}
