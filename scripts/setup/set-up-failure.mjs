/** What stands in the way of the set-up; the message is one line that says what to do. */
export class SetUpFailure extends Error {}

const ADVICE = {
  ENOSPC: "The disk is full: free about 2 GB and run the command again.",
  EACCES: "This user may not write here: run the command as the owner of the folder.",
  EROFS: "The folder is read-only: clone it to a place where you may write.",
};
const NO_NETWORK =
  "npm cannot reach its package registry: check the network or the proxy, and run the command again.";
const NETWORK_CODES = [
  "ENOTFOUND",
  "EAI_AGAIN",
  "ECONNREFUSED",
  "ECONNRESET",
  "ETIMEDOUT",
  "ENETUNREACH",
  "EHOSTUNREACH",
];

/** The one line for a system's or npm's error code; undefined for a code without advice. @param {string} code */
export function adviceFor(code) {
  return NETWORK_CODES.includes(code) || code.startsWith("ERR_SOCKET") ? NO_NETWORK : ADVICE[code];
}
