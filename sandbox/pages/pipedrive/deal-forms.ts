import { html } from "hono/html";
import { z } from "zod";

import type { Company } from "../../pipedrive/company";
import type { Page } from "../frame/frame";
import { postForm, selectField, textField } from "../parts/form";
import type { FormProblem } from "../parts/form";
import { hrefIn } from "./place";
import type { Board } from "./read-board";
import type { DealDetail } from "./read-deal";

type Input = Readonly<Record<string, unknown>>;

const value = z
  .string()
  .regex(/^\d+(\.\d+)?$/, "Write an amount such as 1500.00.")
  .transform(Number);
const currency = z.string().regex(/^[A-Z]{3}$/, "Write a currency code of three letters, such as EUR.");
const title = z.string().min(1, "Give the deal a title.").max(255, "Write at most 255 characters.");
const closeDate = z.union([z.literal(""), z.iso.date("Write a date such as 2026-12-31.")]);

// A field left empty is left out: the API takes no empty text for a date or an id.
function withoutEmpty(input: Input): Input {
  return Object.fromEntries(Object.entries(input).filter(([, one]) => one !== ""));
}

/** What the form for a new deal sends, in the API's own names. */
export const newDealSchema = z
  .object({
    title,
    value,
    currency,
    stage_id: z.coerce.number().int(),
    org_id: z.union([z.literal(""), z.coerce.number("Write the id of an organization.").int()]),
    expected_close_date: closeDate,
  })
  .transform(withoutEmpty);

/** What the form on a deal's page sends. */
export const dealEditSchema = z
  .object({ title, value, currency, expected_close_date: closeDate })
  .transform(withoutEmpty);

export const dealStageSchema = z.object({ stage_id: z.coerce.number("Choose a stage.").int() });

export const organizationSchema = z.object({
  name: z.string().min(1, "Give the organization a name.").max(255, "Write at most 255 characters."),
});

export function newDealForm(company: Company, board: Board, problem: FormProblem | undefined): Page {
  const form = { name: "new-deal", problem };
  const stages = board.columns.map(({ id, name }) => ({ value: String(id), label: name }));
  return postForm(
    { ...form, action: hrefIn(company, "/deals", { pipeline: board.pipelineId }), button: "Create deal" },
    html`${textField(form, { name: "title", label: "Title", isRequired: true })}
    ${textField(form, { name: "value", label: "Value", inputmode: "decimal", value: "0", isRequired: true })}
    ${textField(form, { name: "currency", label: "Currency", value: "EUR", isRequired: true })}
    ${selectField(form, { name: "stage_id", label: "Stage" }, stages)}
    ${textField(form, { name: "org_id", label: "Organization id", inputmode: "numeric" })}
    ${textField(form, { name: "expected_close_date", label: "Expected close date", type: "date" })}`,
  );
}

export function editDealForm(company: Company, deal: DealDetail, problem: FormProblem | undefined): Page {
  const form = { name: "edit-deal", problem };
  return postForm(
    { ...form, action: hrefIn(company, `/deals/${deal.id}`), button: "Save" },
    html`${textField(form, { name: "title", label: "Title", value: deal.title, isRequired: true })}
    ${textField(form, {
      name: "value",
      label: "Value",
      inputmode: "decimal",
      value: String(deal.value),
      isRequired: true,
    })}
    ${textField(form, { name: "currency", label: "Currency", value: deal.currency, isRequired: true })}
    ${textField(form, {
      name: "expected_close_date",
      label: "Expected close date",
      type: "date",
      value: deal.closeDate ?? "",
    })}`,
  );
}

export function stageForm(company: Company, deal: DealDetail): Page {
  const form = { name: "stage" };
  const choices = deal.stages.map(({ id, label }) => ({ value: String(id), label }));
  return html`<form class="search" method="post" action="${hrefIn(company, `/deals/${deal.id}/stage`)}">
    ${selectField(form, { name: "stage_id", label: "Stage", value: String(deal.stageId) }, choices)}
    <button style="align-self: end">Move</button>
  </form>`;
}

export function organizationForm(action: string, name: string, button: string, problem?: FormProblem): Page {
  const form = { name: "organization", problem };
  return postForm(
    { ...form, action, button },
    textField(form, { name: "name", label: "Name", value: name, isRequired: true }),
  );
}
