/** The plan no longer fits: someone else wrote the object since it was made. The run starts over with a new reading. */
export class Superseded extends Error {
  override readonly name = "Superseded";
}
