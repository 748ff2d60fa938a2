import "server-only";
import { AppError } from "../../lib/errors";

/** The refusal to join a workspace's records to an account they are not of: ids there mean other things. */
export function otherAccount(vendor: string, accountName: string | null): AppError {
  const held = accountName ?? "another account";
  return new AppError("conflict", {
    userMessage: `This workspace holds the records of ${held} at ${vendor}. Connect that account, or make a new workspace for this one.`,
    details: { reason: "other_account", vendor },
  });
}
