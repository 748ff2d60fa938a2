import { z } from "zod";
import { workspaceInput } from "./account";

/** How a consent can fail, as it stands in the address of the page that the person comes back to (`?error=`). */
export const connectErrorSchema = z.enum([
  "denied",
  "expired",
  "signed_out",
  "forbidden",
  "scope",
  "other_account",
  "other_environment",
  "same_pair",
  "unavailable",
  "refused",
  "not_configured",
  "internal",
]);
export type ConnectError = z.output<typeof connectErrorSchema>;

/** What a person reads for each; the next step is in the sentence. */
export const connectErrorSentences = {
  denied: "Access was not granted, so nothing was connected. Press Connect whenever you are ready.",
  expired:
    "This consent was used already, is too old, or was begun elsewhere. Please press Connect once more.",
  signed_out: "You were signed out meanwhile. Sign in and press Connect once more.",
  forbidden: "Your role in this workspace does not allow connecting. Ask an owner or admin.",
  scope: "A permission that we need is not part of the app's registration. The operator has to add it.",
  other_account:
    "This is another account than the one whose records this workspace holds. Connect that one, or make a new workspace.",
  other_environment:
    "This workspace is joined to the sandbox on one side and cannot have a real account on the other, nor the other way round. Disconnect the first on Connections, or make a new workspace.",
  same_pair:
    "This business and this company are joined in another workspace already; a second one would make every deal twice. Work there, or connect another business or company here.",
  unavailable: "The other service did not answer. Please press Connect once more in a minute.",
  refused: "The other service refused the connection. Please press Connect once more.",
  not_configured: "The operator has not set up this connection yet.",
  internal: "Something went wrong on our side. Please press Connect once more.",
} as const satisfies Record<ConnectError, string>;

/** Real accounts, or the stand-ins that the operator offers for trying. */
export const environmentSchema = z.enum(["live", "sandbox"]);
export type ConnectEnvironment = z.output<typeof environmentSchema>;

export const vendorSchema = z.enum(["freshbooks", "pipedrive"]);

/** `erase`: everything that came of both accounts goes too (records, links, history, mapping); Pipedrive's objects stay. */
export const disconnectInput = workspaceInput.extend({
  vendor: vendorSchema,
  data: z.enum(["keep", "erase"]).default("keep"),
});
export const disconnectOutput = z.object({
  /** Whether the vendor knows that the grant is over. */
  isTold: z.boolean(),
  /** The only account that may be connected again, because its records are here; null when any may. */
  keptAccount: z.string().nullable(),
  /** What is still to be known or done at the vendor, as a sentence. */
  note: z.string().nullable(),
});
export type Disconnected = z.output<typeof disconnectOutput>;
