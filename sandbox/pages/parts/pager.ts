import { html } from "hono/html";

import type { Page } from "../frame/frame";

/** One page of a list: rows `first` to `first + rows.length - 1` of `total`. */
export interface Slice<T> {
  readonly rows: readonly T[];
  readonly total: number;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
}

export const ROWS_PER_PAGE = 50;

/** The page of a list that was asked for, or the last one there is. */
export function sliceOf<T>(all: readonly T[], wanted: number): Slice<T> {
  const pages = Math.max(1, Math.ceil(all.length / ROWS_PER_PAGE));
  const page = Math.min(Math.max(1, wanted), pages);
  const rows = all.slice((page - 1) * ROWS_PER_PAGE, page * ROWS_PER_PAGE);
  return { rows, total: all.length, page, pages };
}

const COUNT = new Intl.NumberFormat("en");

export function count(value: number): string {
  return COUNT.format(value);
}

/** "51–100 of 1,000", and the ways to the pages around. */
export function pager(slice: Slice<unknown>, hrefOf: (page: number) => string): Page {
  if (slice.total === 0) return html``;
  const first = (slice.page - 1) * ROWS_PER_PAGE + 1;
  const range = `${count(first)}–${count(first + slice.rows.length - 1)} of ${count(slice.total)}`;
  const to = (page: number, label: string) =>
    page < 1 || page > slice.pages
      ? html`<span class="button" aria-disabled="true" hidden>${label}</span>`
      : html`<a class="button" href="${hrefOf(page)}">${label}</a>`;
  return html`<nav class="row spread" aria-label="Pages of the list">
    <span class="hint">${range}</span>
    <span class="row">${to(slice.page - 1, "Newer")} ${to(slice.page + 1, "Older")}</span>
  </nav>`;
}
