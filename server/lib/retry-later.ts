/** Not an error of anyone's: the work must come back after a while and gives its worker away meanwhile. */
export class RetryLater extends Error {
  override readonly name = "RetryLater";
  readonly retryAfterMs: number;

  constructor(retryAfterMs: number, reason: string) {
    super(reason);
    this.retryAfterMs = retryAfterMs;
  }
}
