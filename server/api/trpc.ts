import "server-only";
import { initTRPC } from "@trpc/server";
import superjson from "superjson";
import { requirePermission } from "../auth/access";
import type { Permission } from "../contracts/permissions";
import { workspaceInput } from "../contracts/account";
import type { Person } from "../lib/actor";
import { AppError } from "../lib/errors";
import type { Context } from "./context";
import { asTrpcError, formatError, toTrpcError } from "./error-map";

const t = initTRPC.context<Context>().create({
  transformer: superjson,
  isDev: false,
  errorFormatter: ({ shape, error, ctx }) => formatError(shape, error, ctx?.requestId ?? null),
});

export const { router, createCallerFactory } = t;

/** For anyone. Refuses changes that another site's page asks for, and translates our errors. */
export const publicProcedure = t.procedure.use(async ({ ctx, type, next }) => {
  if (type === "mutation" && ctx.isCrossSite) {
    throw asTrpcError(
      new AppError("forbidden", {
        userMessage: "This request came from another site, so nothing was changed.",
      }),
    );
  }
  const result = await next();
  if (!result.ok) throw toTrpcError(result.error);
  return result;
});

/** For anyone who is signed in. */
export const signedInProcedure = publicProcedure.use(async ({ ctx, next }) => {
  if (!ctx.viewer) throw new AppError("unauthenticated");
  const { viewer, address, userAgent, requestId } = ctx;
  const actor: Person = {
    ...{ userId: viewer.userId, name: viewer.name, email: viewer.email },
    address,
    userAgent,
    requestId,
  };
  return await next({ ctx: { ...ctx, viewer, actor } });
});

/** For members of the workspace named in the input whose role allows it; to strangers it does not exist. */
export function workspaceProcedure(permission: Permission) {
  return signedInProcedure.input(workspaceInput).use(async ({ ctx, input, next }) => {
    const member = await requirePermission(ctx.deps.db, ctx.viewer.userId, input.workspace, permission);
    return await next({ ctx: { ...ctx, member, tenant: member.tenant } });
  });
}
