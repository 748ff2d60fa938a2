import { AccountingError } from "./errors";

const DEFAULT_PER_PAGE = 15;
const MAX_PER_PAGE = 100;

export interface Paging {
  readonly page: number;
  readonly perPage: number;
}

export interface Page<T> {
  readonly rows: readonly T[];
  readonly page: number;
  readonly pages: number;
  readonly per_page: number;
  readonly total: number;
}

function wholeNumber(parameters: URLSearchParams, name: string, fallback: number, errno: number): number {
  const value = parameters.get(name);
  if (value === null || value === "") return fallback;
  if (/^-?\d+$/.test(value)) return Number(value);
  const message = `${name} must be a whole number.`;
  throw new AccountingError(422, [{ errno, field: name, message, object: "", value }]);
}

/** Reads `page` and `per_page`: page 0 acts as 1, more than 100 per page is silently 100 (facts §8). */
export function readPaging(parameters: URLSearchParams): Paging {
  const page = wholeNumber(parameters, "page", 1, 1014);
  const perPage = wholeNumber(parameters, "per_page", DEFAULT_PER_PAGE, 1013);
  return {
    page: Math.max(1, page),
    perPage: perPage < 1 ? DEFAULT_PER_PAGE : Math.min(perPage, MAX_PER_PAGE),
  };
}

/**
 * One page of a list; beyond the last page it is empty with the true total. `extra` rows are counted though nobody
 * can read them (facts §8).
 */
export function pageOf<T>(rows: readonly T[], paging: Paging, extra = 0): Page<T> {
  const start = (paging.page - 1) * paging.perPage;
  const total = rows.length + extra;
  return {
    rows: rows.slice(start, start + paging.perPage),
    page: paging.page,
    pages: Math.ceil(total / paging.perPage),
    per_page: paging.perPage,
    total,
  };
}
