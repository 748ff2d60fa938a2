import type { Context } from "hono";

import type { NodeEnv } from "../../lib/fault-middleware";
import type { Company } from "../../pipedrive/company";
import type { CompanyControl } from "../../pipedrive/company-control";
import type { PipedriveControl } from "../../pipedrive/control";
import type { PipedriveBox, PipedriveWorld } from "../../pipedrive/world";
import { refusalPage } from "../consent";
import { framedPage } from "../frame/frame";
import type { FramedPage } from "../frame/frame";
import type { Neighbours } from "../frame/neighbours";
import { NOTICE_KEYS } from "../parts/address";
import { NOTICES } from "./notices";
import { findCompany, shellOf } from "./place";

export interface PipedrivePagesDeps {
  readonly box: PipedriveBox;
  readonly control: PipedriveControl;
  readonly neighbours: Neighbours;
}

/** What a page works with: the world as it is, the company that the address names, and a user's verbs in it. */
export interface Desk {
  readonly world: PipedriveWorld;
  readonly company: Company;
  readonly control: CompanyControl;
  /** Answers with a page in the frame; one that shows what was refused has status 422. */
  readonly show: (page: FramedPage, status?: 200 | 422) => Promise<Response>;
  readonly notFound: (what: string) => Promise<Response>;
}

type Handler = (c: Context<NodeEnv>, desk: Desk) => Response | Promise<Response>;

async function refuse(c: Context, title: string, text: string): Promise<Response> {
  return c.html(await refusalPage("Pipedrive", title, text), 404);
}

function noticeOf(c: Context): string | undefined {
  const refused = c.req.query(NOTICE_KEYS.refused);
  return refused === undefined ? NOTICES.get(c.req.query(NOTICE_KEYS.done) ?? "") : `Refused: ${refused}`;
}

/** Handles a call in the company that its address names. */
export function atDesk(deps: PipedrivePagesDeps, handle: Handler) {
  return async (c: Context<NodeEnv>): Promise<Response> => {
    const { world } = deps.box;
    const company = findCompany(world, c.req.query("company"));
    if (company === undefined)
      return refuse(c, "No such company", "This sandbox keeps no company of that id.");
    const { freshbooks } = deps.neighbours;
    const other = freshbooks === "" ? undefined : { href: freshbooks, label: "FreshBooks sandbox →" };
    return handle(c, {
      world,
      company,
      control: deps.control.forCompany(company.profile.id),
      show: async (page, status = 200) =>
        c.html(await framedPage(shellOf(world, company, { other, notice: noticeOf(c) }), page), status),
      notFound: (what) => refuse(c, `No such ${what}`, "The link is wrong, or everything was reset since."),
    });
  };
}
