import { z } from "zod";
import { objectChangedData } from "./events";

const failedSchema = z.object({ run_id: z.string(), event: z.object({ data: objectChangedData }) });

/** The object and run of an `inngest/function.failed` event (facts §5). */
export function readFailedObject(data: unknown): { workspaceId: string; objectId: string; runKey: string } {
  const { run_id: runKey, event } = failedSchema.parse(data);
  return { workspaceId: event.data.workspaceId, objectId: event.data.objectId, runKey };
}
