import { ulid } from "ulid";

/** Every kind of row that has an id of its own, with the prefix by which people and logs recognise it. */
const prefixes = {
  user: "usr",
  session: "ses",
  workspace: "wks",
  connection: "con",
  callback: "cbk",
  record: "rec",
  link: "lnk",
  event: "evt",
  attempt: "att",
  write: "wrt",
  audit: "aud",
  intent: "int",
  invitation: "inv",
  mail: "mai",
  recoveryCode: "rcv",
} as const;

/** A kind of id: the keys of the prefix table. */
export type IdKind = keyof typeof prefixes;

/** A sortable, prefixed id such as `evt_01K…` (26 characters of ULID after the prefix). */
export function newId(kind: IdKind): string {
  return `${prefixes[kind]}_${ulid()}`;
}
