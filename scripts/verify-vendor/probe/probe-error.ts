/** A question could not be carried through: the service answered otherwise than it must for the next step. */
export class ProbeError extends Error {
  override readonly name = "ProbeError";
}

/** The whole run has to end: limits are reached, access is refused for good, or a person pressed Ctrl-C. */
export class StopError extends Error {
  override readonly name = "StopError";
}
