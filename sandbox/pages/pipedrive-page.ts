import { html } from "hono/html";
import { z } from "zod";

import { CLIENT_SCRIPT } from "./client-script";
import { pageLayout } from "./layout";
import type { Page } from "./layout";

const stageSchema = z.object({
  id: z.number(),
  name: z.string(),
  order_nr: z.number(),
  pipeline_id: z.number(),
  is_deleted: z.boolean(),
});

const dealSchema = z.object({
  id: z.number(),
  title: z.string(),
  value: z.number(),
  currency: z.string(),
  org_id: z.number().nullable(),
  stage_id: z.number(),
  status: z.string(),
  expected_close_date: z.string().nullable(),
  is_deleted: z.boolean(),
  is_archived: z.boolean(),
});

const stateSchema = z.object({
  pipelines: z.array(z.object({ id: z.number(), name: z.string(), is_deleted: z.boolean() })),
  stages: z.array(stageSchema),
  deals: z.array(dealSchema),
  organizations: z.array(z.object({ id: z.number(), name: z.string() })),
  budget: z.object({ limit: z.number(), remaining: z.number() }),
});

type Stage = z.output<typeof stageSchema>;
type Deal = z.output<typeof dealSchema>;
type State = z.output<typeof stateSchema>;

const CARDS_PER_STAGE = 100;

function card(deal: Deal, organizations: ReadonlyMap<number, string>): Page {
  const organization = deal.org_id === null ? "no organization" : (organizations.get(deal.org_id) ?? "");
  return html`<article class="card deal">
    <strong>${deal.title}</strong>
    <p>${organization}</p>
    <p class="money">${deal.value.toFixed(2)} <small>${deal.currency}</small></p>
    <p>${deal.expected_close_date === null ? "no close date" : `closes ${deal.expected_close_date}`}</p>
    <div class="row">
      <span class="badge ${deal.status}">${deal.status}</span> <code>${deal.id}</code>
      <button data-call="/_control/deals/${deal.id}" data-method="DELETE" data-said="Deal deleted.">
        Delete
      </button>
    </div>
  </article>`;
}

// Sums in floating point would drift; cents are whole numbers, and currencies are never added together.
function sums(deals: readonly Deal[]): string {
  const cents = new Map<string, number>();
  for (const deal of deals) {
    cents.set(deal.currency, (cents.get(deal.currency) ?? 0) + Math.round(deal.value * 1000));
  }
  return [...cents].map(([code, value]) => `${(value / 1000).toFixed(2)} ${code}`).join(" · ");
}

function column(stage: Stage, deals: readonly Deal[], organizations: ReadonlyMap<number, string>): Page {
  const cards = deals
    .toReversed()
    .slice(0, CARDS_PER_STAGE)
    .map((deal) => card(deal, organizations));
  return html`<section class="stage" aria-label="${stage.name}">
    <h3>${stage.name} <small>${deals.length === 0 ? "" : `${deals.length} · ${sums(deals)}`}</small></h3>
    ${cards}
  </section>`;
}

function board(state: State, pipelineId: number): Page {
  const organizations = new Map(state.organizations.map(({ id, name }) => [id, name]));
  const shown = state.deals.filter((deal) => !deal.is_deleted && !deal.is_archived);
  const stages = state.stages
    .filter((stage) => stage.pipeline_id === pipelineId && !stage.is_deleted)
    .sort((a, b) => a.order_nr - b.order_nr);
  return html`<div class="board" tabindex="0" role="group" aria-label="Stages">
    ${stages.map((stage) =>
      column(
        stage,
        shown.filter((deal) => deal.stage_id === stage.id),
        organizations,
      ),
    )}
  </div>`;
}

/** The pipeline boards of the company: columns are stages, cards are deals. `state` is what the control API shows. */
export function pipedrivePage(state: unknown): Page {
  const parsed = stateSchema.parse(state);
  const { limit, remaining } = parsed.budget;
  const pipelines = parsed.pipelines.filter((pipeline) => !pipeline.is_deleted);
  return pageLayout({
    title: "Pipedrive sandbox",
    vendor: "Pipedrive",
    script: CLIENT_SCRIPT,
    body: html`<main class="wide">
      <h1>Acme</h1>
      <p id="said" class="said" role="status"></p>
      <div id="live">
        <p class="hint">
          ${remaining} of ${limit} API tokens left today. Nothing here reaches Pipedrive itself.
        </p>
        ${pipelines.toReversed().map(
          (pipeline) =>
            html`<h2>${pipeline.name}</h2>
              ${board(parsed, pipeline.id)}`,
        )}
      </div>
    </main>`,
  });
}
