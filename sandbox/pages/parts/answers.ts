import type { Context } from "hono";
import type { z } from "zod";

import { NOTICE_KEYS, withParameter } from "./address";
import type { FormProblem } from "./form";

/** Why a stand-in refused something, in words for the person at the page; at its fields where it says which. */
export interface Refusal {
  readonly message: string;
  readonly fields?: ReadonlyMap<string, string>;
}

/** Words for the errors a stand-in refuses with; undefined for an error that is no refusal. */
export type Explain = (error: unknown) => Refusal | undefined;

/** The fields of a posted form; files are not taken. */
export async function readForm(c: Context): Promise<Record<string, string>> {
  const form = await c.req.formData();
  return Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
}

/** Sends the browser back to a page that says, by the key of a sentence, what was done. */
export function done(c: Context, back: string, key: string): Response {
  return c.redirect(withParameter(back, NOTICE_KEYS.done, key), 303);
}

/** Does something at once and sends the browser back to a page that says so, or says why not. */
export async function act(
  c: Context,
  options: { readonly back: string; readonly key: string; readonly explain: Explain },
  run: () => unknown,
): Promise<Response> {
  try {
    await run();
  } catch (error) {
    const refusal = options.explain(error);
    if (refusal === undefined) throw error;
    return c.redirect(withParameter(options.back, NOTICE_KEYS.refused, refusal.message), 303);
  }
  return done(c, options.back, options.key);
}

function fieldProblems(error: z.ZodError): Map<string, string> {
  return new Map(error.issues.map((issue) => [String(issue.path[0] ?? ""), issue.message]));
}

/** A form as the page handles it: its name, what is expected, and what was typed. */
export interface PostedForm<T extends z.ZodType> {
  readonly name: string;
  readonly schema: T;
  readonly typed: Readonly<Record<string, string>>;
  readonly explain: Explain;
}

/** Reads a form and acts on it; gives what was wrong, with what was typed, if anything was. */
export async function submit<T extends z.ZodType>(
  form: PostedForm<T>,
  run: (input: z.output<T>) => unknown,
): Promise<FormProblem | undefined> {
  const { name, typed } = form;
  const parsed = form.schema.safeParse(typed);
  if (!parsed.success) {
    const message = "Nothing was changed: see what is marked.";
    return { form: name, typed, message, fields: fieldProblems(parsed.error) };
  }
  try {
    await run(parsed.data);
    return undefined;
  } catch (error) {
    const refusal = form.explain(error);
    if (refusal === undefined) throw error;
    return { form: name, typed, message: refusal.message, fields: refusal.fields ?? new Map() };
  }
}
