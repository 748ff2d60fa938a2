import { z } from "zod";
import { workspaceInput } from "./account";
import { environmentSchema, vendorSchema } from "./connect";
import { callbackSchema, vendorConnectionSchema } from "./overview";

export const vendorInput = workspaceInput.extend({ vendor: vendorSchema });

/** One line of a ping or of the pre-flight: what was looked at, how it stands, and what mends it. */
export const checkSchema = z.object({
  /** Stable word, as `pipedrive.fields`. */
  id: z.string(),
  status: z.enum(["ok", "warning", "problem", "unknown"]),
  title: z.string(),
  detail: z.string().nullable(),
  /** What to do, as a sentence; null when there is nothing to do. */
  fix: z.string().nullable(),
});
export type Check = z.output<typeof checkSchema>;

/** What the real system said just now. A failure to reach it is an answer too, not an error. */
export const pingOutput = z.object({
  vendor: vendorSchema,
  isReached: z.boolean(),
  at: z.date(),
  tookMs: z.number().int(),
  /** Who answered: the person of the grant, and the account. */
  who: z.string().nullable(),
  account: z.string().nullable(),
  /** Host that answered. */
  host: z.string(),
  rights: z.array(checkSchema),
  /** What is left to spend, where the vendor says so. */
  budget: z
    .object({
      windowLimit: z.number().int().nullable(),
      windowRemaining: z.number().int().nullable(),
      dailyLimit: z.number().int().nullable(),
      dailyRemaining: z.number().int().nullable(),
    })
    .nullable(),
  /** Why it was not reached, as a sentence. */
  problem: z.string().nullable(),
});
export type Ping = z.output<typeof pingOutput>;

export const preflightOutput = z.object({
  checks: z.array(checkSchema),
  /** False when a `problem` keeps the sync from working. */
  isReady: z.boolean(),
  checkedAt: z.date(),
});

/** Connecting Pipedrive by a person's own API token. `company` is its word in the address: `acme` of acme.pipedrive.com. */
export const connectByTokenInput = workspaceInput.extend({
  token: z
    .string()
    .trim()
    .regex(/^[0-9a-f]{40}$/i, "An API token is 40 characters of 0–9 and a–f."),
  company: z
    .string()
    .trim()
    .toLowerCase()
    .transform((text) => text.replace(/^https?:\/\//, "").replace(/[./].*$/, ""))
    .pipe(
      z
        .string()
        .regex(
          /^[a-z0-9](-?[a-z0-9]){0,62}$/,
          "The first word of your Pipedrive address, as acme in acme.pipedrive.com.",
        ),
    ),
  environment: environmentSchema.default("live"),
});

export const connectionsOutput = z.object({
  connections: z.array(vendorConnectionSchema),
  callbacks: z.array(callbackSchema),
  offers: z.array(environmentSchema),
  /** Whether the operator lets people connect Pipedrive by token. */
  allowsTokens: z.boolean(),
  /** When the callbacks were last held against FreshBooks'. */
  callbacksCheckedAt: z.date().nullable(),
});

/** An installation begun at Pipedrive whose code waits in this browser. */
export const heldInstallOutput = z
  .object({
    expiresAt: z.date(),
    isSandbox: z.boolean(),
    /** Where it may be put; the person may connect there. */
    workspaces: z.array(
      z.object({
        slug: z.string(),
        name: z.string(),
        /** The company that is connected there now. */
        connectedCompany: z.string().nullable(),
      }),
    ),
  })
  .nullable();
export const acceptInstallInput = workspaceInput;
/** Where the person goes next. */
export const acceptInstallOutput = z.object({ path: z.string() });
