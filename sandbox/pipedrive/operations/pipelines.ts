import { list, one } from "../answers";
import {
  createPipeline,
  deletePipeline,
  listPipelines,
  patchPipeline,
  pipelineView,
  requirePipeline,
} from "../pipeline-acts";
import { pipelineCreateSchema, pipelineListQuery, pipelinePatchSchema } from "../schemas/pipeline";
import { idOf, noBody, noQuery, operation, route } from "./operation";
import type { Operation } from "./operation";
import { ADMIN, PIPELINES_READ } from "./scopes";

const PATH = "/api/v2/pipelines";

/** Pipelines (facts §3.3). */
export const pipelineOperations: readonly Operation[] = [
  operation({
    ...route("GET", PATH, 5, PIPELINES_READ),
    query: pipelineListQuery,
    body: noBody,
    handle: ({ company, query }) => list(listPipelines(company, query)),
  }),
  operation({
    ...route("POST", PATH, 5, ADMIN),
    query: noQuery,
    body: pipelineCreateSchema,
    isAdminOnly: true,
    handle: ({ company, caller, body }) => one(pipelineView(createPipeline(company, caller, body))),
  }),
  operation({
    ...route("GET", `${PATH}/{id}`, 1, PIPELINES_READ),
    query: noQuery,
    body: noBody,
    handle: (call) => one(pipelineView(requirePipeline(call.company, idOf(call)))),
  }),
  operation({
    ...route("PATCH", `${PATH}/{id}`, 5, ADMIN),
    query: noQuery,
    body: pipelinePatchSchema,
    isAdminOnly: true,
    handle: (call) => {
      const pipeline = requirePipeline(call.company, idOf(call));
      patchPipeline(call.company, call.caller, pipeline, call.body);
      return one(pipelineView(pipeline));
    },
  }),
  operation({
    ...route("DELETE", `${PATH}/{id}`, 3, ADMIN),
    query: noQuery,
    body: noBody,
    isAdminOnly: true,
    handle: (call) => {
      const pipeline = requirePipeline(call.company, idOf(call));
      deletePipeline(call.company, call.caller, pipeline);
      return one({ id: pipeline.id });
    },
  }),
];
