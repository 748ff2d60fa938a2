import "server-only";
import { Secret, TOTP } from "otpauth";
import type { SealContext } from "../seal";

/** What every authenticator app understands: SHA-1, six digits, thirty seconds. */
const settings = { algorithm: "SHA1", digits: 6, period: 30 } as const;
const secretBytes = 20;
/** One step before and after the present one: clocks differ, and people type slowly. */
const window = 1;

function authenticator(secret: string, label = ""): TOTP {
  return new TOTP({ issuer: "ml-connector", label, secret: Secret.fromBase32(secret), ...settings });
}

/** Where a person's secret is sealed. */
export function totpContext(userId: string): SealContext {
  return { workspaceId: "people", rowId: userId, purpose: "totp_secret" };
}

/** A new secret of 160 random bits as base32, and the address that an app reads from the QR code. */
export function newTotp(email: string): { secret: string; uri: string } {
  const secret = new Secret({ size: secretBytes }).base32;
  return { secret, uri: authenticator(secret, email).toString() };
}

/** The 30-second step (counted since 1970) whose code this is, of those that count at `at`; null when of none. */
export function totpStepOf(secret: string, code: string, at: Date): number | null {
  const totp = authenticator(secret);
  const timestamp = at.getTime();
  const delta = totp.validate({ token: code, timestamp, window });
  return delta === null ? null : totp.counter({ timestamp }) + delta;
}
