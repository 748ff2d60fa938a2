import { html } from "hono/html";

import { plainPage } from "./frame/frame";
import type { Page, Vendor } from "./frame/frame";
import { scopeInWords } from "./scope-words";

/** Somebody who can consent, and where they belong. */
export interface ConsentPerson {
  readonly id: number;
  readonly label: string;
  /** Names of the businesses or the company the app would see. */
  readonly places?: readonly string[];
}

export interface ConsentPage {
  readonly vendor: Vendor;
  /** Name of the app that asks. */
  readonly appName: string;
  readonly scopes: readonly string[];
  readonly users: readonly ConsentPerson[];
  readonly action: string;
  /** Parameters of the authorize request, carried through the form. */
  readonly hidden: Readonly<Record<string, string>>;
}

function personChoice(person: ConsentPerson, isFirst: boolean): Page {
  const places = person.places ?? [];
  return html`<label class="choice"
    ><input type="radio" name="user_id" value="${person.id}" ${isFirst ? html`checked` : ""} />
    <span
      ><span dir="auto">${person.label}</span>${
        places.length === 0 ? "" : html`<br /><small dir="auto">${places.join(" · ")}</small>`
      }</span
    ></label
  >`;
}

function scopeLine(scope: string): Page {
  return html`<li>${scopeInWords(scope)} <code class="soft">${scope}</code></li>`;
}

/** The page on which a person allows or denies an app; a script can post its form just as well. */
export function consentPage(page: ConsentPage): Page {
  return plainPage({
    title: `Allow ${page.appName}? · ${page.vendor} sandbox`,
    vendor: page.vendor,
    main: html`<h1>Allow <em>${page.appName}</em> to use your ${page.vendor} account?</h1>
      <form class="stack" method="post" action="${page.action}">
        ${Object.entries(page.hidden).map(
          ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
        )}
        <fieldset class="choices">
          <legend>You are</legend>
          ${page.users.map((person, place) => personChoice(person, place === 0))}
        </fieldset>
        <section class="stack" aria-labelledby="scopes-title">
          <h2 id="scopes-title">It will be able to</h2>
          <ul class="scopes" tabindex="0" aria-labelledby="scopes-title">
            ${page.scopes.map(scopeLine)}
          </ul>
        </section>
        <div class="row">
          <button class="primary" name="decision" value="allow">Allow</button>
          <button name="decision" value="deny">Deny</button>
        </div>
        <p class="hint">A stand-in on this machine: nothing here reaches ${page.vendor} itself.</p>
      </form>`,
  });
}

/** A page that says why something cannot go on. */
export function refusalPage(vendor: Vendor, title: string, text: string): Page {
  return plainPage({
    title: `${title} · ${vendor} sandbox`,
    vendor,
    main: html`<h1>${title}</h1>
      <p>${text}</p>
      <p><a href="/">To the sandbox's first page</a></p>`,
  });
}
