import { html } from "hono/html";

import { pageLayout } from "./layout";
import type { Page } from "./layout";

export interface ConsentPage {
  readonly vendor: "FreshBooks" | "Pipedrive";
  /** Name of the app that asks. */
  readonly appName: string;
  readonly scopes: readonly string[];
  readonly users: readonly { readonly id: number; readonly label: string }[];
  readonly action: string;
  /** Parameters of the authorize request, carried through the form. */
  readonly hidden: Readonly<Record<string, string>>;
}

function userChoice(users: ConsentPage["users"]): Page {
  return html`<label class="field"
    ><span>Continue as</span>
    <select name="user_id">
      ${users.map((user) => html`<option value="${user.id}">${user.label}</option>`)}
    </select></label
  >`;
}

/** The page on which a person allows or denies an app; a script can post its form just as well. */
export function consentPage(page: ConsentPage): Page {
  const hidden = Object.entries(page.hidden);
  return pageLayout({
    title: `Allow ${page.appName}? · ${page.vendor} sandbox`,
    vendor: page.vendor,
    body: html`<main class="narrow">
      <h1>Allow <em>${page.appName}</em> to use your ${page.vendor} account?</h1>
      <p class="hint">
        This is the ${page.vendor} sandbox on this machine. Nothing here reaches ${page.vendor} itself.
      </p>
      <h2>It will be able to</h2>
      <ul class="scopes">
        ${page.scopes.map((scope) => html`<li><code>${scope}</code></li>`)}
      </ul>
      <form method="post" action="${page.action}">
        ${hidden.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
        ${userChoice(page.users)}
        <div class="row">
          <button class="primary" name="decision" value="allow">Allow</button>
          <button name="decision" value="deny">Deny</button>
        </div>
      </form>
    </main>`,
  });
}

/** A page that says why the consent cannot go on. */
export function refusalPage(vendor: ConsentPage["vendor"], title: string, text: string): Page {
  return pageLayout({
    title: `${title} · ${vendor} sandbox`,
    vendor,
    body: html`<main class="narrow">
      <h1>${title}</h1>
      <p>${text}</p>
    </main>`,
  });
}
