import { createHash } from "node:crypto";

/**
 * The UUID of a record: made from what it is, so that nothing has to be kept for it, with the record's id in its last
 * group, so that it leads back to the record.
 */
export function recordUuid(accountId: string, noun: string, id: number): string {
  const hash = createHash("md5").update(`${accountId}/${noun}/${id}`).digest("hex");
  const node = id.toString(16).padStart(12, "0");
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${node}`;
}

/** The id within a UUID made here. */
export function idInUuid(uuid: string): number {
  return Number.parseInt(uuid.slice(-12), 16);
}
