import { timingSafeEqual } from "node:crypto";

/** Compares two secrets in constant time. */
export function isSameSecret(left: string, right: string): boolean {
  const a = Buffer.from(left);
  const b = Buffer.from(right);
  return a.length === b.length && timingSafeEqual(a, b);
}
