import { listSessionsOutput } from "../../../contracts/security";
import { listSessions } from "../../../use-cases/people/list-sessions";
import { signedInProcedure } from "../../trpc";

export const listSessionsProcedure = signedInProcedure
  .output(listSessionsOutput)
  .query(async ({ ctx }) => ({ sessions: await listSessions(ctx.deps, ctx.viewer) }));
