import "server-only";
import { createHash, randomBytes } from "node:crypto";
import type { Db } from "../../db/client";
import type { MailTokenPurpose } from "../../db/generated/enums";
import {
  consumeMailToken,
  deleteMailTokensBefore,
  deleteMailTokensOf,
  findOpenMailToken,
  insertMailToken,
} from "../../db/repos/mail-token";
import type { MailTokenHolder } from "../../db/repos/mail-token";
import { addMs } from "../../lib/clock";
import type { Clock } from "../../lib/clock";
import { AppError } from "../../lib/errors";

type Deps = { db: Db; clock: Clock };

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** How long a mailed link is good for. */
export const mailTokenLifetimesMs = {
  verify_email: 24 * hourMs,
  reset_password: hourMs,
  sign_in: 15 * minuteMs,
  change_email: 24 * hourMs,
} as const satisfies Record<MailTokenPurpose, number>;

/** What to do when a link opens nothing any more. */
const refusals = {
  verify_email: "Sign in and ask for a new mail to confirm your address.",
  reset_password: 'Ask for a new one under "Forgot your password?".',
  sign_in: "Ask for a new link on the sign-in page.",
  change_email: "Sign in and ask for the change once more under Account.",
} as const satisfies Record<MailTokenPurpose, string>;

const keptAfterMs = 24 * hourMs;

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/**
 * Makes a secret to be mailed: 256 random bits as 43 characters of base64url, good once, for this purpose. Only its
 * hash is kept. It ends the person's former one of the same purpose.
 */
export async function issueMailToken(
  deps: Deps,
  holder: MailTokenHolder & { purpose: MailTokenPurpose },
): Promise<string> {
  const { purpose, userId, email } = holder;
  const token = randomBytes(32).toString("base64url");
  const createdAt = deps.clock.now();
  await deleteMailTokensBefore(deps.db, addMs(createdAt, -keptAfterMs));
  await deleteMailTokensOf(deps.db, userId, [purpose]);
  const expiresAt = addMs(createdAt, mailTokenLifetimesMs[purpose]);
  await insertMailToken(deps.db, { hash: hashOf(token), purpose, userId, email, createdAt, expiresAt });
  return token;
}

/**
 * Uses a mailed secret up and says whom it speaks for. Throws `invalid_input` when it is unknown, used, too old or
 * made for something else. Within a transaction that fails it stays unused.
 */
export async function redeemMailToken(
  deps: Deps,
  input: { purpose: MailTokenPurpose; token: string },
): Promise<MailTokenHolder> {
  const { purpose, token } = input;
  const holder = await consumeMailToken(deps.db, { hash: hashOf(token), purpose, now: deps.clock.now() });
  return holder ?? refuse(purpose);
}

/** Whom a mailed secret speaks for, without using it up. Throws as `redeemMailToken` would. */
export async function peekMailToken(
  deps: Deps,
  input: { purpose: MailTokenPurpose; token: string },
): Promise<MailTokenHolder> {
  const { purpose, token } = input;
  const holder = await findOpenMailToken(deps.db, { hash: hashOf(token), purpose, now: deps.clock.now() });
  return holder ?? refuse(purpose);
}

function refuse(purpose: MailTokenPurpose): never {
  throw new AppError("invalid_input", {
    userMessage: `This link was used already, is too old, or a newer one was mailed since. ${refusals[purpose]}`,
    details: { reason: "mailed_link_over" },
  });
}
