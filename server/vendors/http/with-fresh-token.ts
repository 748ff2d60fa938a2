import { VendorError } from "./vendor-error";

/** Where the calls of a client get their token, and what becomes of one that the vendor refuses (401). */
export type TokenSource = {
  accessToken: () => Promise<string>;
  /** Called once after a 401 with the token that was refused; the call is then made again with a fresh one. */
  onUnauthorized?: ((refused: string) => Promise<void>) | undefined;
  /** Called when the vendor refuses the fresh token too, before the error is thrown. */
  onStillUnauthorized?: ((refused: string) => Promise<void>) | undefined;
};

function isRefused(error: unknown): error is VendorError {
  return error instanceof VendorError && error.status === 401;
}

/** Makes a call with the token at hand, and after a 401 once more with a fresh one. */
export async function withFreshToken<Result>(
  source: TokenSource,
  call: (token: string) => Promise<Result>,
): Promise<Result> {
  const first = await source.accessToken();
  try {
    return await call(first);
  } catch (error) {
    if (!isRefused(error) || !source.onUnauthorized) throw error;
    await source.onUnauthorized(first);
  }
  const second = await source.accessToken();
  try {
    return await call(second);
  } catch (error) {
    // A web page with a 401 is the edge's word, and ends no grant.
    if (isRefused(error) && error.kind === "auth") await source.onStillUnauthorized?.(second);
    throw error;
  }
}
