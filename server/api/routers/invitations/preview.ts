import { invitationPreviewOutput } from "../../../contracts/members";
import { mailedTokenInput } from "../../../contracts/security";
import { previewInvitation } from "../../../use-cases/invitations/preview-invitation";
import { publicProcedure } from "../../trpc";

export const preview = publicProcedure
  .input(mailedTokenInput)
  .output(invitationPreviewOutput)
  .query(
    async ({ ctx, input: { token } }) => await previewInvitation(ctx.deps, { token, address: ctx.address }),
  );
