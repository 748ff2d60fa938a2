import { ProbeError, StopError } from "./probe-error";
import { describe } from "./reply";
import type { Reply } from "./reply";
import type { RunContext } from "./run-context";

const LONGEST_WAIT_S = 60;
const EPOCH_BEGINS = 1_000_000_000;
const MANY_REFUSALS = 6;

/** What a call carries beside its method and path. */
export interface Cargo {
  readonly query?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly form?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Clearing up goes on when the run has been interrupted. */
  readonly isCleanUp?: boolean;
}

function bodyOf(cargo: Cargo): { body?: string; headers: Record<string, string> } {
  if (cargo.form !== undefined) {
    const body = new URLSearchParams(cargo.form).toString();
    return { body, headers: { "content-type": "application/x-www-form-urlencoded" } };
  }
  if (cargo.json === undefined) return { headers: {} };
  return { body: JSON.stringify(cargo.json), headers: { "content-type": "application/json" } };
}

function parsed(text: string): unknown {
  try {
    const json: unknown = JSON.parse(text);
    return json;
  } catch {
    return undefined;
  }
}

/**
 * How long to wait by what the refusal says, and a second more, since they round down. `x-ratelimit-reset` is seconds
 * to go at one vendor, an epoch at the other.
 */
function secondsToWait({ headers }: Reply, nowMs: number): number {
  const after = Number(headers.get("retry-after") ?? "0");
  const reset = Number(headers.get("x-ratelimit-reset") ?? "0");
  const untilReset = reset > EPOCH_BEGINS ? Math.ceil(reset - nowMs / 1000) : reset;
  const asked = after > 0 ? after : untilReset;
  return Math.min(asked > 0 ? asked : LONGEST_WAIT_S, LONGEST_WAIT_S) + 1;
}

type HeaderFields = Readonly<Record<string, string>>;

/** How a caller shows who it is. */
export interface Pass {
  readonly headers: HeaderFields;
  /** Gets a fresh pass after a 401; undefined where there is no way to. */
  readonly renew?: () => Promise<HeaderFields>;
}

/** Speaks to one service with one set of credentials: one call at a time, no redirects, gently. */
export class Caller {
  readonly #context: RunContext;
  readonly #base: string;
  readonly #renew: Pass["renew"];
  #headers: HeaderFields;
  #refusalsInRow = 0;

  constructor(context: RunContext, base: string, pass: Pass = { headers: {} }) {
    this.#context = context;
    this.#base = base.replace(/\/+$/, "");
    this.#headers = pass.headers;
    this.#renew = pass.renew;
  }

  /**
   * One call and its answer, whatever its status. A 401 is tried once more with a fresh pass, where there is one to get;
   * a 429 is waited out and tried once more. A second 429, a refusal by a web page, or many refusals in a row end the
   * run with a `StopError`. A call without an answer is a `ProbeError`.
   */
  async call(method: string, path: string, cargo: Cargo = {}): Promise<Reply> {
    const first = await this.#withinLimits(method, path, cargo);
    if (first.status !== 401 || this.#renew === undefined || cargo.headers?.["authorization"] !== undefined) {
      return first;
    }
    this.#headers = await this.#renew();
    return this.#withinLimits(method, path, cargo);
  }

  get(path: string, query: Readonly<Record<string, string>> = {}): Promise<Reply> {
    return this.call("GET", path, { query });
  }

  /** Shows another pass from now on. */
  adopt(headers: HeaderFields): void {
    this.#headers = headers;
  }

  async #withinLimits(method: string, path: string, cargo: Cargo): Promise<Reply> {
    const first = await this.#send(method, path, cargo);
    if (first.status !== 429) return first;
    const waitS = secondsToWait(first, this.#context.time.nowMs());
    await this.#context.time.wait(waitS * 1000, this.#signalFor(cargo));
    const second = await this.#send(method, path, cargo);
    if (second.status !== 429) return second;
    throw new StopError(`The service refuses calls for their number, also after a wait of ${waitS} s.`);
  }

  #signalFor(cargo: Cargo): AbortSignal {
    return cargo.isCleanUp === true ? new AbortController().signal : this.#context.interrupted;
  }

  async #send(method: string, path: string, cargo: Cargo): Promise<Reply> {
    const { time, patience, replies } = this.#context;
    const signal = this.#signalFor(cargo);
    signal.throwIfAborted();
    if (patience.paceMs > 0) await time.wait(patience.paceMs, signal);
    const reply = await this.#fetch(method, path, cargo, signal);
    replies.push(reply);
    this.#stopWhenUnwelcome(reply);
    return reply;
  }

  async #fetch(method: string, path: string, cargo: Cargo, signal: AbortSignal): Promise<Reply> {
    const { body, headers } = bodyOf(cargo);
    const query = new URLSearchParams(cargo.query).toString();
    try {
      const response = await fetch(`${this.#base}${path}${query === "" ? "" : `?${query}`}`, {
        method,
        redirect: "manual",
        headers: { accept: "application/json", ...this.#headers, ...headers, ...cargo.headers },
        signal: AbortSignal.any([signal, AbortSignal.timeout(this.#context.patience.callMs)]),
        ...(body === undefined ? {} : { body }),
      });
      const text = await response.text();
      const { status, headers: answered } = response;
      const said = this.#context.secrets.hide(text);
      return { method, path, status, headers: answered, text, said, json: parsed(text) };
    } catch (error) {
      signal.throwIfAborted();
      throw new ProbeError(`${method} ${path} got no answer.`, { cause: error });
    }
  }

  // Whoever goes on after refusals is shut out at the edge, by a web page with a 403 (facts of Pipedrive §6).
  #stopWhenUnwelcome(reply: Reply): void {
    this.#refusalsInRow = reply.status === 403 ? this.#refusalsInRow + 1 : 0;
    if (reply.status !== 403) return;
    if (reply.json === undefined) throw new StopError(`Shut out: ${describe(reply)}.`);
    if (this.#refusalsInRow >= MANY_REFUSALS) {
      throw new StopError(`${MANY_REFUSALS} calls in a row were refused, the last: ${describe(reply)}.`);
    }
  }
}
