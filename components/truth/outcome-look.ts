import type { Origin, Outcome } from "@/server/contracts/sync";
import type { Meaning } from "./meaning";

/** How an attempt ended, as one of the five meanings and in a word. */
export const outcomeLooks = {
  running: { meaning: "waiting", word: "Running" },
  written: { meaning: "in_step", word: "Written" },
  unchanged: { meaning: "in_step", word: "Unchanged" },
  excluded: { meaning: "excluded", word: "Excluded" },
  failed: { meaning: "failing", word: "Failed" },
  superseded: { meaning: "excluded", word: "Superseded" },
} as const satisfies Record<Outcome, { meaning: Meaning; word: string }>;

/** What made us look: one word for lists, and the sentence behind it. */
export const originWords = {
  callback: { word: "Callback", sentence: "FreshBooks told us that it changed." },
  sweep: { word: "Sweep", sentence: "Our sweep asked FreshBooks what had changed." },
  clock: { word: "Clock", sentence: "Its due date passed." },
  backfill: { word: "Backfill", sentence: "A backfill went over it." },
  replay: { word: "Replay", sentence: "Someone asked to try it again." },
  manual: { word: "By hand", sentence: "Someone asked us to look at it." },
} as const satisfies Record<Origin, { word: string; sentence: string }>;

/** The sentence behind an origin, naming who asked where a person did. */
export function originSentence(origin: Origin, actorName: string | null): string {
  const { sentence } = originWords[origin];
  return actorName === null ? sentence : sentence.replace(/^Someone /, `${actorName} `);
}
