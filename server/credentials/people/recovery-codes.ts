import "server-only";
import { createHash } from "node:crypto";
import { Secret } from "otpauth";

const count = 10;
/** 80 bits: nobody guesses them, so a plain hash keeps them. */
const bytes = 10;

/** As `secondFactorInput` leaves a typed code: 16 letters and digits, nothing between them. */
function bare(code: string): string {
  return code.replaceAll("-", "");
}

/** Ten new codes for showing once: `ABCD-EFGH-IJKL-MNOP`, base32. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: count }, () => {
    const { base32 } = new Secret({ size: bytes });
    return base32.match(/.{4}/g)?.join("-") ?? base32;
  });
}

/** What is kept of a code: SHA-256, hex. */
export function recoveryCodeHash(code: string): string {
  return createHash("sha256").update(bare(code)).digest("hex");
}
