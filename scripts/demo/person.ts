import makeFetchCookie from "fetch-cookie";
import { parse } from "node-html-parser";
import type { HTMLElement } from "node-html-parser";
import { CookieJar } from "tough-cookie";
import { z } from "zod";

/** A page as a person without a screen sees it: where they ended up, and its forms. */
export type Page = { url: string; status: number; html: string };

function isLeftOut({ type, checked }: Record<string, string>): boolean {
  return (type === "radio" || type === "checkbox") && checked === undefined;
}

/**
 * What the form holds before anybody changes it: its inputs (of radio buttons and boxes those that are checked), and the
 * chosen or first option of each list.
 */
function fieldsOf(form: HTMLElement): URLSearchParams {
  const fields = new URLSearchParams();
  for (const { attributes } of form.querySelectorAll("input[name]")) {
    if (isLeftOut(attributes)) continue;
    fields.append(attributes["name"] ?? "", attributes["value"] ?? "");
  }
  for (const select of form.querySelectorAll("select[name]")) {
    const option = select.querySelector("option[selected]") ?? select.querySelector("option");
    fields.append(select.attributes["name"] ?? "", option?.attributes["value"] ?? "");
  }
  return fields;
}

/**
 * Someone at a browser without a screen: keeps cookies, follows redirects and submits the forms that pages show.
 * So the demo goes the very way a person goes, and needs no Chromium.
 */
export class Person {
  readonly #jar = new CookieJar();
  readonly #fetch = makeFetchCookie(fetch, this.#jar);
  readonly #origin: string;
  readonly #address: string | undefined;

  /** `address` is what a proxy before the app would say they come from; none for somebody on this machine. */
  constructor(appUrl: string, address?: string) {
    this.#origin = new URL(appUrl).origin;
    this.#address = address;
  }

  /** What a proxy would add; for the app alone, no vendor is told. */
  #added(url: string | URL): Record<string, string> {
    const isApp = new URL(url).origin === this.#origin;
    return isApp && this.#address !== undefined ? { "x-forwarded-for": this.#address } : {};
  }

  /** What a browser would send along to `url` from the app's own pages. */
  async headersFor(url: string): Promise<Record<string, string>> {
    return { origin: this.#origin, cookie: await this.#jar.getCookieString(url), ...this.#added(url) };
  }

  async visit(url: string): Promise<Page> {
    return this.#page(await this.#fetch(url, { headers: this.#added(url) }));
  }

  /**
   * Presses a button of the page's form, after choosing `choices` (field name → value) in it; the other fields go along
   * as a browser would send them.
   */
  async press(
    page: Page,
    button: { name: string; value: string },
    choices: Readonly<Record<string, string>> = {},
  ): Promise<Page> {
    const form = parse(page.html).querySelector("form");
    if (!form) throw new Error(`There is no form at ${page.url} (HTTP ${String(page.status)}).`);
    const fields = fieldsOf(form);
    for (const [name, value] of Object.entries(choices)) fields.set(name, value);
    fields.append(button.name, button.value);
    const action = new URL(form.attributes["action"] ?? "", page.url);
    return this.#page(
      await this.#fetch(action, { method: "POST", body: fields, headers: this.#added(action) }),
    );
  }

  /** Signs in through next-auth's own door, with its CSRF token. */
  async signIn(credentials: { email: string; password: string }): Promise<void> {
    const headers = this.#added(this.#origin);
    const csrf = await this.#fetch(`${this.#origin}/api/auth/csrf`);
    const { csrfToken } = z.object({ csrfToken: z.string() }).parse(await csrf.json());
    const body = new URLSearchParams({ csrfToken, ...credentials, json: "true", callbackUrl: this.#origin });
    await this.#fetch(`${this.#origin}/api/auth/callback/credentials`, { method: "POST", body, headers });
    const session = await this.#fetch(`${this.#origin}/api/auth/session`);
    const signedIn = z
      .looseObject({ user: z.looseObject({ email: z.string() }) })
      .safeParse(await session.json());
    if (!signedIn.success) throw new Error(`${credentials.email} could not sign in.`);
  }

  async #page(response: Response): Promise<Page> {
    return { url: response.url, status: response.status, html: await response.text() };
  }
}
