/** The error of this class that a promise rejects with; anything else fails the test. */
export async function failureOf<Kind extends Error>(
  kind: abstract new (...args: never[]) => Kind,
  promise: Promise<unknown>,
): Promise<Kind> {
  const outcome: unknown = await promise.then(
    () => "a result",
    (reason: unknown) => reason,
  );
  if (outcome instanceof kind) return outcome;
  throw new Error(`expected ${kind.name}, got ${String(outcome)}`, { cause: outcome });
}
