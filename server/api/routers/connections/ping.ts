import { pingOutput, vendorInput } from "../../../contracts/connections";
import { ping } from "../../../use-cases/connections/ping";
import { workspaceProcedure } from "../../trpc";

/** A mutation: it spends of the vendor's budget, and no cache may answer it. */
export const pingProcedure = workspaceProcedure("connections.test")
  .input(vendorInput)
  .output(pingOutput)
  .mutation(async ({ ctx, input }) => await ping(ctx.deps, ctx.tenant, { vendor: input.vendor }));
