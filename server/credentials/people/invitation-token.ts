import "server-only";
import { createHash, randomBytes } from "node:crypto";

/** As an invitation's secret is kept: SHA-256, hex. */
export function invitationHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** A fresh secret to be mailed, 256 random bits as 43 characters of base64url, and the hash that is kept of it. */
export function newInvitationToken(): { token: string; tokenHash: string } {
  const token = randomBytes(32).toString("base64url");
  return { token, tokenHash: invitationHash(token) };
}
