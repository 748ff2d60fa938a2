import { z } from "zod";
import { workspaceInput } from "./account";
import { environmentSchema } from "./connect";
import { callbackSchema, vendorConnectionSchema } from "./overview";
import { invoiceStateSchema } from "./sync";

const onboardingStepSchema = z.enum(["freshbooks", "business", "pipedrive", "mapping", "done"]);
export type OnboardingStep = z.output<typeof onboardingStepSchema>;

export const businessSchema = z.object({
  businessId: z.string(),
  name: z.string(),
  role: z.string(),
  timezone: z.string().nullable(),
  usable: z.boolean(),
  /** Why it cannot be connected, as a sentence; null when it can. */
  reason: z.string().nullable(),
  /** Where else it is connected, as a sentence; null when nowhere. It may be connected all the same. */
  elsewhere: z.string().nullable(),
});
export type BusinessDto = z.output<typeof businessSchema>;

export const onboardingOutput = z.object({
  step: onboardingStepSchema,
  connections: z.array(vendorConnectionSchema),
  callbacks: z.array(callbackSchema),
  /** In which environments the connect buttons lead now, the likeliest first. */
  offers: z.array(environmentSchema),
  /** Whether the operator lets people connect Pipedrive by token. */
  allowsTokens: z.boolean(),
  /** The address that has to be confirmed before anything is connected; null when nothing has to. */
  unverifiedEmail: z.string().nullable(),
});
export type Onboarding = z.output<typeof onboardingOutput>;

export const chooseBusinessInput = workspaceInput.extend({ businessId: z.string().max(40) });

const stageSchema = z.object({ id: z.number().int(), name: z.string() });
const pipelineSchema = z.object({
  id: z.number().int(),
  name: z.string(),
  stages: z.array(stageSchema),
});
export type PipelineDto = z.output<typeof pipelineSchema>;

/** What a deal does in a state; `null` means "leave as it is". */
const stateRuleSchema = z.object({
  stageId: z.number().int().nullable(),
  status: z.enum(["open", "won", "lost"]).nullable(),
  lostReason: z.string().max(150).nullable(),
});

export const mappingRulesSchema = z.object({
  schema: z.literal(1),
  pipelineId: z.number().int(),
  stageOrder: z.array(z.number().int()).min(1),
  stageNames: z.record(z.string(), z.string()),
  states: z.record(invoiceStateSchema, stateRuleSchema),
  partialOverdue: z.enum(["partial", "overdue"]),
  dealTitle: z.string().min(1).max(200),
});
export type MappingRulesDto = z.output<typeof mappingRulesSchema>;

/** A proposal for the pipeline asked for, or for the likeliest one. */
export const proposeMappingInput = workspaceInput.extend({ pipelineId: z.number().int().optional() });

/** The mapping that serves without anybody mapping anything, and what may be chosen instead. */
export const mappingProposalOutput = z.object({
  pipelines: z.array(pipelineSchema),
  rules: mappingRulesSchema,
  /** Live version, null before the first publish. */
  liveVersion: z.number().int().nullable(),
});
export type MappingProposal = z.output<typeof mappingProposalOutput>;

export const publishMappingInput = workspaceInput.extend({ rules: mappingRulesSchema });
export const publishMappingOutput = z.object({ version: z.number().int() });
