import type { Call, KeepAliveClient } from "./keep-alive-client";
import { percentile } from "./percentile";

/** One kind of call in a mix of calls. */
export interface Kind {
  readonly name: string;
  /** How many of a hundred calls are of this kind, about. */
  readonly share: number;
  /** The next call of this kind; `chance` gives a number in [0, 1). */
  readonly next: (chance: () => number) => Call;
  /** A refusal that is part of the mix, such as that of a change of what was deleted. */
  readonly mayBeRefusedWith?: number;
  /** Told of each answer's body. */
  readonly heed?: (text: string) => void;
}

/** How long each call of a kind took, in milliseconds. */
export interface Timing {
  readonly name: string;
  readonly tookMs: readonly number[];
}

/** A call of a mix was refused: what was timed then is not what was meant. */
export class RefusedCallError extends Error {
  override readonly name = "RefusedCallError";
}

/** A generator of even numbers in [0, 1) (xorshift), so that each run makes the same calls. */
function chanceFrom(seed: number): () => number {
  let state = seed | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4_294_967_296;
  };
}

function pick(kinds: readonly Kind[], drawn: number): Kind {
  let left = drawn * kinds.reduce((sum, { share }) => sum + share, 0);
  const found = kinds.find(({ share }) => (left -= share) < 0) ?? kinds.at(-1);
  if (found === undefined) throw new RangeError("A mix needs at least one kind of call.");
  return found;
}

async function make(client: KeepAliveClient, kind: Kind, chance: () => number): Promise<number> {
  const call = kind.next(chance);
  const { status, text, tookMs } = await client.send(call);
  if (status >= 400 && status !== kind.mayBeRefusedWith) {
    throw new RefusedCallError(`${call.method} ${call.path} was answered ${status}: ${text.slice(0, 300)}`);
  }
  kind.heed?.(text);
  return tookMs;
}

/** Makes `warmUp` calls that do not count, then `count` that do, one after the other, mixed by their shares. */
export async function runMix(
  client: KeepAliveClient,
  kinds: readonly Kind[],
  { warmUp, count }: { readonly warmUp: number; readonly count: number },
): Promise<Timing[]> {
  const chance = chanceFrom(7);
  const timings = new Map<string, number[]>(kinds.map(({ name }) => [name, []]));
  for (let index = -warmUp; index < count; index += 1) {
    const kind = pick(kinds, chance());
    const tookMs = await make(client, kind, chance);
    if (index >= 0) timings.get(kind.name)?.push(tookMs);
  }
  return [...timings].map(([name, tookMs]) => ({ name, tookMs }));
}

/** Table rows of timings: calls, median, 95th percentile, slowest; all together at the end. */
export function timingRows(timings: readonly Timing[]): string[][] {
  const all = { name: "all", tookMs: timings.flatMap(({ tookMs }) => tookMs) };
  return [...timings, all].map(({ name, tookMs }) => [
    name,
    String(tookMs.length),
    percentile(tookMs, 0.5).toFixed(2),
    percentile(tookMs, 0.95).toFixed(2),
    percentile(tookMs, 1).toFixed(2),
  ]);
}
