import { z } from "zod";
import { badAnswer, parseResult } from "./parse-answer";
import { pagingSchema } from "./schemas";

/** A row that could not be read; the page's other rows are not lost for it. */
type UnreadableRow = { id: string | null; problem: string };

/** One page of a list. The list is at its end when `page >= pages`; `items` may be short or empty before that. */
export type Page<Item> = {
  items: Item[];
  page: number;
  pages: number;
  unreadable: UnreadableRow[];
};

const rowId = z.object({ id: z.union([z.string(), z.number()]).transform(String) });

function problemOf(error: z.ZodError): string {
  return error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; ");
}

/** Parses a page whose rows stand under `key`. An empty page is the last one, whatever `pages` claims (facts §8). */
export function parsePage<Schema extends z.ZodType>(
  operation: string,
  key: string,
  rowSchema: Schema,
  json: unknown,
): Page<z.output<Schema>> {
  const result = parseResult(operation, z.looseObject({}), json);
  const paging = pagingSchema.safeParse(result);
  if (!paging.success) throw badAnswer(operation, false, paging.error);
  const rows = z.array(z.unknown()).safeParse(result[key]);
  if (!rows.success) throw badAnswer(operation, false, rows.error);
  const { page, pages } = paging.data;
  const parsed: Page<z.output<Schema>> = {
    items: [],
    page,
    pages: rows.data.length === 0 ? Math.min(page, pages) : pages,
    unreadable: [],
  };
  for (const row of rows.data) {
    const read = rowSchema.safeParse(row);
    if (read.success) parsed.items.push(read.data);
    else
      parsed.unreadable.push({ id: rowId.safeParse(row).data?.id ?? null, problem: problemOf(read.error) });
  }
  return parsed;
}
