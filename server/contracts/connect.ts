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
  "unverified",
  "inactive",
  "not_open",
  "misconfigured",
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
  unverified:
    "Please confirm your e-mail address first, with the link that we mailed to you. Then press Connect once more.",
  inactive:
    "Whoever granted access is deactivated in that company. Somebody who is active there has to connect.",
  not_open:
    "The other service says that this company is not open or not paid for. Once it is, press Connect once more.",
  misconfigured:
    "The other service does not accept this server's app: its id, its secret or its address is registered otherwise. The operator has to correct it.",
  unavailable: "The other service did not answer. Please press Connect once more in a minute.",
  refused: "The other service refused the connection. Please press Connect once more.",
  not_configured: "The operator has not set up this connection yet.",
  internal: "Something went wrong on our side. Please press Connect once more.",
} as const satisfies Record<ConnectError, string>;

/** FreshBooks' permissions in words, by the scope's noun. */
const permissionWords: Readonly<Record<string, string>> = {
  profile: "your profile",
  clients: "clients",
  invoices: "invoices",
  payments: "payments",
  credit_notes: "credit notes",
};

/**
 * The sentence for what the address says: `error`, and with `scope` the nouns of the scopes that were not granted
 * (`missing`, separated by commas). An unknown error reads as one of ours; unknown nouns are left out.
 */
export function sentenceOfConnectError(query: { error: string; missing?: string | undefined }): string {
  const error = connectErrorSchema.catch("internal").parse(query.error);
  const words = (query.missing ?? "").split(",").flatMap((noun) => {
    return Object.hasOwn(permissionWords, noun) ? [permissionWords[noun]] : [];
  });
  if (error !== "scope" || words.length === 0) return connectErrorSentences[error];
  return `Nothing was connected, because these may not be read: ${words.join(", ")}. Press Connect once more and allow them; if they are not offered, the operator has to add them to the app's registration.`;
}

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
