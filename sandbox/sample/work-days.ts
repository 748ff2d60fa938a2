import { addDays } from "../lib/zone-time";
import { cumulate } from "./draw";
import type { Cumulative, Draw } from "./draw";

const YEARS = 3;
const DAYS = YEARS * 365;

/** How much is billed on a Sunday, Monday … Saturday. */
const OF_WEEKDAY = [0.06, 1.1, 1.2, 1.1, 1, 0.9, 0.12];
/** Bills go out at the end of the month and on its first days. */
const AT_TURN_OF_MONTH = 1.8;
/** By what the business grows in a day: half as much again in a year. */
const GROWTH = 1.5 ** (1 / 365);

/** The days of three years up to today, each with how much is billed on it. */
export class WorkDays {
  readonly #dates: readonly string[];
  readonly #weights: Cumulative;
  readonly #weightOfDay: readonly number[];

  constructor(readonly today: string) {
    this.#dates = Array.from({ length: DAYS }, (_, index) => addDays(today, index - DAYS + 1));
    this.#weightOfDay = this.#dates.map((date, index) => weightOf(date) * GROWTH ** index);
    this.#weights = cumulate(this.#weightOfDay);
  }

  /** Any day of the three years. */
  any(draw: Draw): string {
    return this.#date(draw.weighted(this.#weights));
  }

  /** A day at least `from` and at most `to` days ago, of those few that are tried, the one on which most is billed. */
  ago(draw: Draw, from: number, to: number, lean = 1): string {
    const span = Math.min(to, DAYS - 1) - from + 1;
    const tried = Array.from({ length: 3 }, () => DAYS - 1 - from - Math.floor(draw.leaning(lean) * span));
    const best = tried.reduce((left, right) => (this.#weight(right) > this.#weight(left) ? right : left));
    return this.#date(best);
  }

  #weight(index: number): number {
    return this.#weightOfDay[index] ?? 0;
  }

  #date(index: number): string {
    return this.#dates[index] ?? this.today;
  }
}

function weightOf(date: string): number {
  const dayOfMonth = Number(date.slice(8));
  const weekday = OF_WEEKDAY[new Date(Date.parse(`${date}T00:00:00Z`)).getUTCDay()] ?? 1;
  return dayOfMonth <= 2 || dayOfMonth >= 28 ? weekday * AT_TURN_OF_MONTH : weekday;
}

/** An instant within the working hours of that calendar day, never after `latestMs`. */
export function instantOn(draw: Draw, date: string, latestMs: number): number {
  const noon = Date.parse(`${date}T13:00:00Z`);
  return Math.min(noon + draw.int(0, 8 * 3600) * 1000, latestMs);
}
