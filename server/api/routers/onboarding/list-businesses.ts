import { z } from "zod";
import { workspaceInput } from "../../../contracts/account";
import { businessSchema } from "../../../contracts/onboarding";
import { listBusinesses } from "../../../use-cases/connections/list-businesses";
import { workspaceProcedure } from "../../trpc";

export const listBusinessesProcedure = workspaceProcedure("connections.manage")
  .input(workspaceInput)
  .output(z.array(businessSchema))
  .query(async ({ ctx }) => await listBusinesses(ctx.deps, ctx.tenant, ctx.viewer));
