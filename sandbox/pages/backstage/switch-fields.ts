import { html } from "hono/html";
import { z } from "zod";

import type { Page } from "../frame/frame";
import { postForm, selectField, textField } from "../parts/form";
import type { Choice, FormPlace, FormProblem } from "../parts/form";

type Values = Readonly<Record<string, unknown>>;

/** The switches of a stand-in: what they may be, what they are and what they are from the start. */
export interface SwitchBoard {
  readonly schema: z.ZodObject;
  readonly values: Values;
  readonly defaults: Values;
}

export const SWITCH_FORM = "switches";

const choiceSchema = z.union([
  z.object({ enum: z.array(z.unknown()) }).transform((look) => look.enum),
  z.object({ type: z.literal("boolean") }).transform(() => [true, false]),
  z
    .object({ anyOf: z.array(z.object({ const: z.unknown() })) })
    .transform((look) => look.anyOf.map((one) => one.const)),
]);

const lookSchema = z.object({ properties: z.record(z.string(), z.unknown()) });

/** Values a switch can be chosen from; undefined if it is written freely. */
function choicesOf(look: unknown): Choice[] | undefined {
  const parsed = choiceSchema.safeParse(look);
  return parsed.data?.map((value) => ({ value: JSON.stringify(value), label: String(value) }));
}

// "disableAfterDrops" reads as "Disable after drops".
function labelOf(name: string): string {
  const words = name.replaceAll(/([A-Z])/g, (capital) => ` ${capital.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function switchField(form: FormPlace, board: SwitchBoard, name: string, look: unknown): Page {
  const value = JSON.stringify(board.values[name]);
  const standard = board.defaults[name];
  const hint = same(board.values[name], standard)
    ? {}
    : { hint: `Changed; usually ${JSON.stringify(standard)}.` };
  const field = { name, label: labelOf(name), value, ...hint };
  const choices = choicesOf(look);
  return choices === undefined ? textField(form, field) : selectField(form, field, choices);
}

/** How many switches are not as they are from the start. */
export function changedSwitches(board: SwitchBoard): number {
  return Object.keys(board.values).filter((name) => !same(board.values[name], board.defaults[name])).length;
}

/** All switches as a form; every field holds JSON. */
export function switchForm(action: string, board: SwitchBoard, problem: FormProblem | undefined): Page {
  const form = { name: SWITCH_FORM, problem };
  const { properties } = lookSchema.parse(
    z.toJSONSchema(board.schema, { io: "input", unrepresentable: "any" }),
  );
  const fields = Object.entries(properties).map(([name, look]) => switchField(form, board, name, look));
  return postForm({ ...form, action, button: "Set switches" }, html`${fields}`);
}

const json = z.string().transform((text, context): unknown => {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    context.addIssue({ code: "custom", message: "Write a number, true, false, a text in quotes, or JSON." });
    return z.NEVER;
  }
});

/** Reads the form of {@link switchForm}: the switches that differ from what they are now. */
export function switchFormSchema(board: SwitchBoard) {
  return z
    .record(z.string(), json)
    .transform((typed) =>
      Object.fromEntries(Object.entries(typed).filter(([name, value]) => !same(value, board.values[name]))),
    )
    .pipe(board.schema.partial());
}
