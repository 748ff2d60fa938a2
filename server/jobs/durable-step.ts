import type { GetStepTools } from "inngest";
import type { DurableStep } from "../use-cases/sync/durable-step";
import type { inngest } from "./client";
import { guarded } from "./guarded";

/** The engine's steps as the use cases want them: guarded going out, parsed coming back. */
export function durableStep(
  step: Pick<GetStepTools<typeof inngest>, "run">,
  where: { attempt: number; workspaceId: string },
): DurableStep {
  return async (name, result, work) =>
    result.parse(await step.run(name, () => guarded({ name, ...where }, work)));
}
