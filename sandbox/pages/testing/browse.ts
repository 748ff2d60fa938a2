import { parse } from "node-html-parser";
import type { HTMLElement } from "node-html-parser";

import { call } from "../../testing/call";
import type { Answer } from "../../testing/call";

/** Goes about the pages of a stand-in as a browser without scripts does. */
export interface Browse {
  /** A page that is there. */
  readonly open: (path: string) => Promise<HTMLElement>;
  /** Posts a form from the stand-in's own page; redirects are not followed. */
  readonly post: (path: string, fields?: Readonly<Record<string, string>>) => Promise<Answer>;
}

export function browse(urlOf: () => string): Browse {
  return {
    open: async (path) => {
      const answer = await call(`${urlOf()}${path}`);
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${answer.text}`);
      return parse(answer.text);
    },
    post: (path, fields = {}) =>
      call(`${urlOf()}${path}`, {
        method: "POST",
        headers: { origin: urlOf() },
        body: new URLSearchParams(fields),
      }),
  };
}

/** What the elements say, without the white space of the markup. */
export function texts(page: HTMLElement, selector: string): string[] {
  return page.querySelectorAll(selector).map((element) => element.text.replaceAll(/\s+/g, " ").trim());
}
