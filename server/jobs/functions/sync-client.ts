import { planClientRun } from "../../use-cases/sync/plan-client-run";
import { defineObjectSync } from "../define-object-sync";
import { clientChanged } from "../events";

/** Brings one client's organization up to date. */
export const syncClient = defineObjectSync({
  id: "sync-client",
  kind: "client",
  trigger: clientChanged,
  plan: planClientRun,
});
