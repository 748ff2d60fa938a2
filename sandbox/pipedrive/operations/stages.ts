import { list, one } from "../answers";
import { createStage, deleteStage, listStages, patchStage, stageView, knownStage } from "../stage-acts";
import { stageCreateSchema, stageListQuery, stagePatchSchema } from "../schemas/pipeline";
import { idOf, noBody, noQuery, operation, route } from "./operation";
import type { Operation } from "./operation";
import { ADMIN, PIPELINES_READ } from "./scopes";

const PATH = "/api/v2/stages";

/** Stages (facts §3.3). */
export const stageOperations: readonly Operation[] = [
  operation({
    ...route("GET", PATH, 5, PIPELINES_READ),
    query: stageListQuery,
    body: noBody,
    handle: ({ company, query }) => list(listStages(company, query)),
  }),
  operation({
    ...route("POST", PATH, 5, ADMIN),
    query: noQuery,
    body: stageCreateSchema,
    isAdminOnly: true,
    handle: ({ company, caller, body }) => one(stageView(createStage(company, caller, body))),
  }),
  operation({
    ...route("GET", `${PATH}/{id}`, 1, PIPELINES_READ),
    query: noQuery,
    body: noBody,
    handle: (call) => one(stageView(knownStage(call.company, idOf(call)))),
  }),
  operation({
    ...route("PATCH", `${PATH}/{id}`, 5, ADMIN),
    query: noQuery,
    body: stagePatchSchema,
    isAdminOnly: true,
    handle: (call) => {
      const stage = knownStage(call.company, idOf(call));
      patchStage(call.company, call.caller, stage, call.body);
      return one(stageView(stage));
    },
  }),
  operation({
    ...route("DELETE", `${PATH}/{id}`, 3, ADMIN),
    query: noQuery,
    body: noBody,
    isAdminOnly: true,
    handle: (call) => {
      const stage = knownStage(call.company, idOf(call));
      deleteStage(call.company, call.caller, stage);
      return one({ id: stage.id });
    },
  }),
];
