import { listMailsInput, listMailsOutput } from "../../../contracts/mailbox";
import { listMails } from "../../../use-cases/mail/list-mails";
import { publicProcedure } from "../../trpc";

/** The local mailbox; `not_found` unless the operator has turned it on. */
export const listMailsProcedure = publicProcedure
  .input(listMailsInput)
  .output(listMailsOutput)
  .query(async ({ ctx, input }) => ({ mails: await listMails(ctx.deps, input) }));
