import { html } from "hono/html";

import type { Page } from "../frame/frame";

/** Why a form was refused: in one sentence, and at its fields; with what was typed. */
export interface FormProblem {
  /** Name of the form on its page. */
  readonly form: string;
  readonly message: string;
  readonly fields: ReadonlyMap<string, string>;
  readonly typed: Readonly<Record<string, string>>;
}

export interface FormPlace {
  readonly name: string;
  readonly problem?: FormProblem | undefined;
}

interface FieldLook {
  readonly name: string;
  readonly label: string;
  readonly value?: string;
  readonly hint?: string;
}

export interface TextField extends FieldLook {
  readonly type?: "date" | "email" | "number" | "text";
  readonly inputmode?: "decimal" | "numeric" | "text";
  readonly placeholder?: string;
  readonly isRequired?: boolean;
}

function problemOf(form: FormPlace): FormProblem | undefined {
  return form.problem?.form === form.name ? form.problem : undefined;
}

function idOf(form: FormPlace, look: FieldLook): string {
  return `${form.name}-${look.name}`;
}

function wrongOf(form: FormPlace, look: FieldLook): string | undefined {
  return problemOf(form)?.fields.get(look.name);
}

function labelled(form: FormPlace, look: FieldLook, control: Page): Page {
  const wrong = wrongOf(form, look);
  const note = wrong ?? look.hint;
  return html`<div class="field">
    <label for="${idOf(form, look)}">${look.label}</label>
    ${control}
    ${
      note === undefined
        ? ""
        : html`<span class="${wrong === undefined ? "soft small" : "wrong"}" id="${idOf(form, look)}-note"
            >${note}</span
          >`
    }
  </div>`;
}

function marks(form: FormPlace, look: FieldLook): Page {
  const id = idOf(form, look);
  const isWrong = wrongOf(form, look) !== undefined;
  const isNoted = isWrong || look.hint !== undefined;
  return html`id="${id}" name="${look.name}" ${isWrong ? html`aria-invalid="true"` : ""}
  ${isNoted ? html`aria-describedby="${id}-note"` : ""}`;
}

function valueOf(form: FormPlace, look: FieldLook): string {
  return problemOf(form)?.typed[look.name] ?? look.value ?? "";
}

/** One line of text, with the server's objection beneath it. */
export function textField(form: FormPlace, look: TextField): Page {
  return labelled(
    form,
    look,
    html`<input
      ${marks(form, look)}
      type="${look.type ?? "text"}"
      value="${valueOf(form, look)}"
      ${look.inputmode === undefined ? "" : html`inputmode="${look.inputmode}"`}
      ${look.placeholder === undefined ? "" : html`placeholder="${look.placeholder}"`}
      ${look.isRequired === true ? html`required` : ""}
      ${look.type === "number" ? html`step="any"` : ""}
      dir="auto"
      autocomplete="off"
    />`,
  );
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export function selectField(form: FormPlace, look: FieldLook, choices: readonly Choice[]): Page {
  const chosen = valueOf(form, look);
  return labelled(
    form,
    look,
    html`<select ${marks(form, look)}>
      ${choices.map(
        ({ value, label }) =>
          html`<option value="${value}" ${value === chosen ? html`selected` : ""}>${label}</option>`,
      )}
    </select>`,
  );
}

/** A form that posts to `action`, with the fields in columns and what went wrong above the button. */
export function postForm(
  form: FormPlace & { readonly action: string; readonly button: string },
  fields: Page,
): Page {
  const problem = problemOf(form);
  return html`<form
    id="${form.name}"
    class="stack"
    method="post"
    action="${form.action}"
    ${problem === undefined ? "" : html`data-kept`}
  >
    <div class="fields">${fields}</div>
    ${problem === undefined ? "" : html`<p class="notice bad" role="alert">${problem.message}</p>`}
    <div><button class="primary">${form.button}</button></div>
  </form>`;
}

/** A button that does one thing at once, with what it will do said to who points at it. */
export function actButton(
  action: string,
  label: string,
  options: { readonly title?: string; readonly isDangerous?: boolean; readonly name?: string } = {},
): Page {
  return html`<form method="post" action="${action}">
    <button
      class="${options.isDangerous === true ? "danger" : ""}"
      ${options.title === undefined ? "" : html`title="${options.title}"`}
      ${options.name === undefined ? "" : html`aria-label="${options.name}"`}
    >
      ${label}
    </button>
  </form>`;
}
