import type { InvoiceState } from "../invoice-states";
import { isBillingName, stateNamedBy } from "./stage-words";
import type { MappingRules, StateRule } from "./rules";

type Stage = { id: number; name: string };

/** A pipeline of the company, stages in their order. */
export type PipelineShape = { id: number; name: string; stages: readonly Stage[] };

/** A pipeline with at least one stage: only such a one can hold deals. */
type UsablePipeline = PipelineShape & { stages: readonly [Stage, ...Stage[]] };

const isUsable = (pipeline: PipelineShape): pipeline is UsablePipeline => pipeline.stages.length > 0;

/** Where in its life an invoice is, for pipelines whose stages are named after something else: 0 first, 1 last. */
const places = {
  draft: 0,
  sent: 0.25,
  viewed: 0.4,
  partial: 0.6,
  overdue: 0.75,
  paid: 1,
} as const;

type PlacedState = keyof typeof places;

/** Which states' stages will do, best first, and what place an invoice takes if none of them is named. */
const choices = {
  draft: { like: ["draft"], place: "draft" },
  sent: { like: ["sent", "viewed"], place: "sent" },
  viewed: { like: ["viewed", "sent"], place: "viewed" },
  partial: { like: ["partial", "viewed", "sent"], place: "partial" },
  overdue: { like: ["overdue", "viewed", "sent"], place: "overdue" },
  retrying: { like: ["retrying", "failed", "overdue", "sent"], place: "overdue" },
  failed: { like: ["failed", "retrying", "overdue", "sent"], place: "overdue" },
  disputed: { like: ["disputed", "overdue", "sent"], place: "overdue" },
  declined: { like: ["declined", "disputed", "overdue", "sent"], place: "overdue" },
  paid: { like: ["paid"], place: "paid" },
} as const satisfies Partial<Record<InvoiceState, { like: readonly InvoiceState[]; place: PlacedState }>>;

/** Three stages named after an invoice's life make a pipeline one for invoices, whatever it is called. */
const tellingStages = 3;

function namedStates(pipeline: PipelineShape): number {
  return new Set(pipeline.stages.map(({ name }) => stateNamedBy(name)).filter((state) => state !== null))
    .size;
}

/** The pipeline that invoices most likely belong in: by its name, else by its stages, else the company's first. */
function choosePipeline(pipelines: readonly PipelineShape[]): UsablePipeline | null {
  const usable = pipelines.filter(isUsable);
  return (
    usable.find(({ name }) => isBillingName(name)) ??
    usable.find((pipeline) => namedStates(pipeline) >= tellingStages) ??
    usable[0] ??
    null
  );
}

function stageFor(pipeline: UsablePipeline, state: keyof typeof choices): number {
  const { like, place } = choices[state];
  const ordered = state === "paid" ? pipeline.stages.toReversed() : pipeline.stages;
  for (const wanted of like) {
    const named = ordered.find(({ name }) => stateNamedBy(name) === wanted);
    if (named) return named.id;
  }
  const index = Math.round(places[place] * (pipeline.stages.length - 1));
  return (pipeline.stages[index] ?? pipeline.stages[0]).id;
}

function proposeFor(pipeline: UsablePipeline): MappingRules {
  const open = (state: keyof typeof choices): StateRule => {
    return { stageId: stageFor(pipeline, state), status: "open", lostReason: null };
  };
  const won: StateRule = { stageId: stageFor(pipeline, "paid"), status: "won", lostReason: null };
  return {
    schema: 1,
    pipelineId: pipeline.id,
    stageOrder: pipeline.stages.map(({ id }) => id),
    stageNames: Object.fromEntries(pipeline.stages.map(({ id, name }) => [String(id), name])),
    states: {
      draft: open("draft"),
      sent: open("sent"),
      viewed: open("viewed"),
      partial: open("partial"),
      overdue: open("overdue"),
      paid: won,
      autopaid: won,
      retrying: open("retrying"),
      failed: open("failed"),
      disputed: open("disputed"),
      declined: open("declined"),
      archived: { stageId: null, status: null, lostReason: null },
      deleted: { stageId: null, status: "lost", lostReason: "Deleted in FreshBooks" },
    },
    partialOverdue: "overdue",
    dealTitle: "Invoice {{invoice.number}} · {{client.name}}",
  };
}

/**
 * A whole mapping made from the names and order of the company's pipelines and stages, in the pipeline asked for or
 * the likeliest one. Null when there is no such pipeline or it has no stage.
 */
export function proposeMapping(
  pipelines: readonly PipelineShape[],
  pipelineId?: number,
): MappingRules | null {
  const wanted = pipelineId === undefined ? pipelines : pipelines.filter(({ id }) => id === pipelineId);
  const pipeline = choosePipeline(wanted);
  return pipeline && proposeFor(pipeline);
}
