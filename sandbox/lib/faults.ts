import { z } from "zod";

/** What `POST /_control/faults` takes: which call goes wrong, and how. */
export const faultSchema = z.strictObject({
  /** HTTP method, or `*`. */
  method: z.string().default("*"),
  /** Path, exact or with `*` standing for any run of characters. */
  path: z.string().min(1),
  /** 1 = the next matching call, 2 = the one after it … */
  nth: z.int().min(1).default(1),
  /** How many matching calls in a row go wrong from the nth on. */
  times: z.int().min(1).default(1),
  /** The status answered; absent: the true answer is kept (useful with `delayMs` or `drop`). */
  status: z.int().min(200).max(599).optional(),
  /** A string is sent as it is, anything else as JSON. */
  body: z.unknown().optional(),
  headers: z.record(z.string(), z.string()).default({}),
  /** `after`: the call is carried out and committed first, then the answer is lost or falsified. */
  when: z.enum(["before", "after"]).default("before"),
  delayMs: z.int().min(0).default(0),
  /** Close the connection without an answer. */
  drop: z.boolean().default(false),
});

export type FaultInput = z.input<typeof faultSchema>;
export type Fault = z.output<typeof faultSchema>;

/** A fault with its counters: how many calls matched it, and how many it spoilt. */
export interface FaultState {
  readonly fault: Fault;
  readonly matched: number;
  readonly fired: number;
}

interface Entry {
  readonly fault: Fault;
  readonly pattern: RegExp;
  matched: number;
  fired: number;
}

function patternOf(path: string): RegExp {
  const escaped = path.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${escaped.join(".*")}$`);
}

/** Faults on command, counted per rule so that "the third POST to deals" means exactly that. */
export class FaultBook {
  #entries: Entry[] = [];

  add(fault: Fault): Fault {
    this.#entries.push({ fault, pattern: patternOf(fault.path), matched: 0, fired: 0 });
    return fault;
  }

  list(): FaultState[] {
    return this.#entries.map(({ fault, matched, fired }) => ({ fault, matched, fired }));
  }

  clear(): void {
    this.#entries = [];
  }

  /** Counts this call against every rule and gives the first rule that spoils it, if any. */
  take(method: string, path: string): Fault | undefined {
    let chosen: Fault | undefined;
    for (const entry of this.#entries) {
      const isMatch =
        (entry.fault.method === "*" || entry.fault.method === method) && entry.pattern.test(path);
      if (!isMatch) continue;
      entry.matched += 1;
      const isDue = entry.matched >= entry.fault.nth && entry.fired < entry.fault.times;
      if (!isDue || chosen !== undefined) continue;
      entry.fired += 1;
      chosen = entry.fault;
    }
    return chosen;
  }
}
