import { workspaceInput } from "../../../contracts/account";
import { listMembersOutput } from "../../../contracts/members";
import { listMembers } from "../../../use-cases/members/list-members";
import { workspaceProcedure } from "../../trpc";

export const list = workspaceProcedure("members.read")
  .input(workspaceInput)
  .output(listMembersOutput)
  .query(async ({ ctx }) => await listMembers(ctx.deps, ctx.tenant, ctx.member));
