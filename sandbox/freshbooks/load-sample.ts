import { performance } from "node:perf_hooks";

import { parseControlInput } from "../lib/http-error";
import { dateInZone } from "../lib/zone-time";
import { makeSample } from "../sample/make-sample";
import { sampleOptionsSchema } from "../sample/sample-options";
import type { SampleInput } from "../sample/sample-options";
import { loadBooks } from "./load-books";
import type { LoadedBooks } from "./load-books";
import { decimalsOf } from "./money";
import type { Actor } from "./records";
import type { FreshBooksWorld } from "./world";

/** What was loaded, and how long it took in real milliseconds. */
export interface LoadedSample extends LoadedBooks {
  readonly tookMs: number;
}

/** Fills an account's books with sample data up to the sandbox's today. */
export function loadSample(world: FreshBooksWorld, actor: Actor, input: SampleInput): LoadedSample {
  const startMs = performance.now();
  const { invoices, seed, announce } = parseControlInput(sampleOptionsSchema, input);
  const nowMs = world.clock.nowMs();
  const books = makeSample({
    invoices,
    seed,
    nowMs,
    today: dateInZone(nowMs, actor.timeZone),
    placesOf: (code) => decimalsOf(code, world.switches.moneyDecimals),
  });
  const loaded = loadBooks(world, actor, books, announce);
  return { ...loaded, tookMs: Math.round(performance.now() - startMs) };
}
