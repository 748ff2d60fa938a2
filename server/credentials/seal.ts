import "server-only";
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { Env } from "../lib/env";
import { AppError } from "../lib/errors";

/** What a secret is for; sealed in with it, so that one cannot stand in for another. */
export type SealPurpose =
  | "access_token"
  | "refresh_token"
  | "sandbox_access_token"
  | "sandbox_refresh_token"
  | "verifier"
  | "totp_secret"
  | "mail"
  | "install_code";

/**
 * Where a sealed secret belongs. It opens there and nowhere else. `workspaceId` is "people" for what is a person's own,
 * and "" for what belongs to nobody yet or no more: a mail, a held install.
 */
export type SealContext = { workspaceId: string; rowId: string; purpose: SealPurpose };

export type Sealer = {
  /** `v1.<key id>.<nonce>.<ciphertext and tag>`, the last two in base64url. */
  seal(plaintext: string, context: SealContext): string;
  /**
   * Throws `SealError` for anything that was not sealed for this very context, and `AppError` `not_configured` where
   * the key it was sealed with is not at hand: then the value is as good as ever, and the operator has the way to it.
   */
  open(envelope: string, context: SealContext): string;
};

/** A sealed value that cannot be opened. Says why, never what. */
export class SealError extends Error {
  override readonly name = "SealError";
}

const nonceBytes = 12;
const tagBytes = 16;

function associatedData({ workspaceId, rowId, purpose }: SealContext): Buffer {
  return Buffer.from(JSON.stringify(["v1", workspaceId, rowId, purpose]), "utf8");
}

function readKey(text: string): [id: string, key: Buffer] {
  const [id, hex] = text.split(":");
  const key = Buffer.from(hex ?? "", "hex");
  if (!id || key.length !== 32) throw new SealError("an encryption key is not of the form id:64 hex digits");
  return [id, key];
}

/** The bytes of base64url text, or undefined unless it is their one spelling (stray end bits are tampering too). */
function readBase64url(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, "base64url");
  return bytes.toString("base64url") === text ? bytes : undefined;
}

type Envelope = { keyId: string; nonce: Buffer; sealed: Buffer };

/** The key's id is spelled as `ENCRYPTION_KEYS` may spell one; anything else was never ours. */
const envelopePattern = /^v1\.([a-z0-9-]{1,32})\.([\w-]+)\.([\w-]+)$/;

function readEnvelope(envelope: string): Envelope {
  const [, keyId = "", nonceText = "", sealedText = ""] = envelopePattern.exec(envelope) ?? [];
  const nonce = readBase64url(nonceText);
  const sealed = readBase64url(sealedText);
  if (nonce?.length !== nonceBytes || !sealed || sealed.length < tagBytes) {
    throw new SealError("the sealed value is damaged");
  }
  return { keyId, nonce, sealed };
}

/**
 * Seals with AES-256-GCM. `keys` are `id:64 hex digits`: the first one seals, all of them open, so that a key can be
 * changed while values sealed with the former one are still about.
 */
export function createSealer(keys: readonly string[]): Sealer {
  const byId = new Map(keys.map(readKey));
  const [first] = byId;
  if (!first) throw new SealError("there is no encryption key");
  const [sealingId, sealingKey] = first;
  return {
    seal(plaintext, context) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv("aes-256-gcm", sealingKey, nonce, { authTagLength: tagBytes });
      cipher.setAAD(associatedData(context));
      const sealed = Buffer.concat([cipher.update(plaintext, "utf8"), cipher.final(), cipher.getAuthTag()]);
      return ["v1", sealingId, nonce.toString("base64url"), sealed.toString("base64url")].join(".");
    },
    open(envelope, context) {
      const { keyId, nonce, sealed } = readEnvelope(envelope);
      const key = byId.get(keyId);
      if (!key) throw keyMissing(keyId);
      return decrypt(key, nonce, sealed, context);
    },
  };
}

function keyMissing(keyId: string): AppError {
  return new AppError("not_configured", {
    message: `the encryption key ${keyId} is not among ENCRYPTION_KEYS`,
    userMessage:
      "This server lacks the key that opens our secrets. The operator has to add it; nothing is lost.",
    details: { keyId },
  });
}

function decrypt(key: Buffer, nonce: Buffer, sealed: Buffer, context: SealContext): string {
  const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: tagBytes });
  decipher.setAAD(associatedData(context));
  decipher.setAuthTag(sealed.subarray(-tagBytes));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -tagBytes)), decipher.final()]).toString("utf8");
  } catch (error) {
    throw new SealError("the sealed value was changed, or belongs to another row", { cause: error });
  }
}

const sealers = new WeakMap<Env, Sealer>();

/** The sealer of an environment's `ENCRYPTION_KEYS`. Throws `not_configured` when there are none. */
export function sealerOf(env: Env): Sealer {
  if (!env.ENCRYPTION_KEYS) {
    throw new AppError("not_configured", { message: "ENCRYPTION_KEYS is not set; see .env.example." });
  }
  const sealer = sealers.get(env) ?? createSealer(env.ENCRYPTION_KEYS);
  sealers.set(env, sealer);
  return sealer;
}
