import { z } from "zod";
import { objectChangedData } from "./events";

const failedSchema = z.object({ run_id: z.string(), event: z.object({ data: objectChangedData }) });

type FailedObject = { workspaceId: string; objectId: string; eventId: string; runKey: string };

/** The object and run of an `inngest/function.failed` event (facts §5). */
export function readFailedObject(data: unknown): FailedObject {
  const { run_id: runKey, event } = failedSchema.parse(data);
  const { workspaceId, objectId, eventId } = event.data;
  return { workspaceId, objectId, eventId, runKey };
}
