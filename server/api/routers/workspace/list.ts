import { z } from "zod";
import { workspaceSummary } from "../../../contracts/account";
import { listWorkspaces } from "../../../use-cases/workspaces/list-workspaces";
import { signedInProcedure } from "../../trpc";

export const list = signedInProcedure
  .output(z.array(workspaceSummary))
  .query(async ({ ctx }) => await listWorkspaces(ctx.deps, { userId: ctx.viewer.userId }));
