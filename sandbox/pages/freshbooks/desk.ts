import type { Context } from "hono";

import type { AccountControl, FreshBooksControl } from "../../freshbooks/control";
import type { FreshBooksBox, FreshBooksWorld } from "../../freshbooks/world";
import type { NodeEnv } from "../../lib/fault-middleware";
import { refusalPage } from "../consent";
import { framedPage } from "../frame/frame";
import type { FramedPage } from "../frame/frame";
import type { Neighbours } from "../frame/neighbours";
import { NOTICE_KEYS } from "../parts/address";
import { NOTICES } from "./notices";
import { findPlace, shellOf } from "./place";
import type { Place } from "./place";

export interface FreshBooksPagesDeps {
  readonly box: FreshBooksBox;
  readonly control: FreshBooksControl;
  readonly neighbours: Neighbours;
}

/** What a page works with: the world as it is, the books that the address names, and the owner's verbs in them. */
export interface Desk {
  readonly world: FreshBooksWorld;
  readonly place: Place;
  readonly control: AccountControl;
  /** Answers with a page in the frame; one that shows what was refused has status 422. */
  readonly show: (page: FramedPage, status?: 200 | 422) => Promise<Response>;
  readonly notFound: (what: string) => Promise<Response>;
}

type Handler = (c: Context<NodeEnv>, desk: Desk) => Response | Promise<Response>;

async function refuse(c: Context, title: string, text: string): Promise<Response> {
  return c.html(await refusalPage("FreshBooks", title, text), 404);
}

function noticeOf(c: Context): string | undefined {
  const refused = c.req.query(NOTICE_KEYS.refused);
  return refused === undefined ? NOTICES.get(c.req.query(NOTICE_KEYS.done) ?? "") : `Refused: ${refused}`;
}

/** Handles a call in the books of the account that its address names. */
export function atDesk(deps: FreshBooksPagesDeps, handle: Handler) {
  return async (c: Context<NodeEnv>): Promise<Response> => {
    const { world } = deps.box;
    const place = findPlace(world, c.req.query("account"));
    if (place === undefined) {
      return refuse(c, "No such books", "No business of this sandbox keeps its books under that account.");
    }
    const { pipedrive } = deps.neighbours;
    const other = pipedrive === "" ? undefined : { href: pipedrive, label: "Pipedrive sandbox →" };
    return handle(c, {
      world,
      place,
      control: deps.control.forAccount(place.accountId),
      show: async (page, status = 200) =>
        c.html(await framedPage(shellOf(world, place, { other, notice: noticeOf(c) }), page), status),
      notFound: (what) => refuse(c, `No such ${what}`, "The link is wrong, or everything was reset since."),
    });
  };
}
