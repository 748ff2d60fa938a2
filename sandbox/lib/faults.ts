import { z } from "zod";

import { isPathLike } from "./path-pattern";

/** What `POST /_control/faults` takes: which call goes wrong, and how. */
export const faultSchema = z
  .strictObject({
    /** HTTP method, or `*`. */
    method: z.string().default("*"),
    /** Path, exact or with `*` standing for any run of characters. */
    path: z.string().min(1),
    /** 1 = the next matching call, 2 = the one after it … */
    nth: z.int().min(1).default(1),
    /** How many matching calls in a row go wrong from the nth on. */
    times: z.int().min(1).default(1),
    /** The status answered; absent: the true answer is kept (useful with `delayMs`, `drop` and the rest). */
    status: z.int().min(200).max(599).optional(),
    /** Goes with `status`. A string is sent as it is, anything else as JSON. */
    body: z.unknown().optional(),
    /** Go with `status`. */
    headers: z.record(z.string(), z.string()).default({}),
    /** `after`: the call is carried out and committed first, then the answer is lost or falsified. */
    when: z.enum(["before", "after"]).default("before"),
    /** Real milliseconds before the answer. */
    delayMs: z.int().min(0).default(0),
    /** Close the connection without an answer. */
    drop: z.boolean().default(false),
    /** Declare the whole length of the answer's body, send only so many bytes of it, and close the connection. */
    truncateBytes: z.int().min(0).optional(),
    /** Send the answer's body in small pieces over so many real milliseconds. */
    slowMs: z.int().min(1).optional(),
    /** The Content-Type the answer claims. */
    contentType: z.string().min(1).optional(),
    /** From the nth call on, every matching call is refused for this long on the sandbox's clock. */
    storm: z
      .strictObject({ status: z.int().min(400).max(599).default(429), forMs: z.int().min(1) })
      .optional(),
    /** Moves the sandbox's clock before the call is carried out; back, if negative. */
    clockShiftMs: z.int().optional(),
  })
  .refine((fault) => fault.storm === undefined || fault.status === undefined, {
    error: "cannot go together with storm, which has a status of its own",
    path: ["status"],
  })
  .refine((fault) => fault.truncateBytes === undefined || fault.slowMs === undefined, {
    error: "cannot go together with truncateBytes",
    path: ["slowMs"],
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
  matched: number;
  fired: number;
  /** When the storm is over, once it has begun. */
  stormEndsMs: number | undefined;
}

function isDue(entry: Entry, nowMs: number): boolean {
  if (entry.matched < entry.fault.nth) return false;
  if (entry.fault.storm === undefined) return entry.fired < entry.fault.times;
  return entry.stormEndsMs === undefined || nowMs < entry.stormEndsMs;
}

function fire(entry: Entry, nowMs: number): Fault {
  const { fault } = entry;
  entry.fired += 1;
  if (fault.storm === undefined) return fault;
  entry.stormEndsMs ??= nowMs + fault.storm.forMs;
  return { ...fault, status: fault.storm.status };
}

/** Faults on command, counted per rule so that "the third POST to deals" means exactly that. */
export class FaultBook {
  #entries: Entry[] = [];

  add(fault: Fault): Fault {
    this.#entries.push({ fault, matched: 0, fired: 0, stormEndsMs: undefined });
    return fault;
  }

  list(): FaultState[] {
    return this.#entries.map(({ fault, matched, fired }) => ({ fault, matched, fired }));
  }

  clear(): void {
    this.#entries = [];
  }

  /** Counts this call against every rule and gives the first rule that spoils it, if any; a storm's with its status. */
  take(method: string, path: string, nowMs: number): Fault | undefined {
    let chosen: Fault | undefined;
    for (const entry of this.#entries) {
      const isMatch =
        (entry.fault.method === "*" || entry.fault.method === method) && isPathLike(entry.fault.path, path);
      if (!isMatch) continue;
      entry.matched += 1;
      if (chosen !== undefined || !isDue(entry, nowMs)) continue;
      chosen = fire(entry, nowMs);
    }
    return chosen;
  }
}
