import type { SandboxClock } from "../lib/clock";
import { isoSeconds } from "../lib/zone-time";
import type { CallbackRecord } from "./records";
import { sign } from "./signature";
import type { FormPairs } from "./signature";
import type { Switches } from "./switches";
import { Turnstile } from "./turnstile";

const TIMEOUT_MS = 10_000;
const LOG_LIMIT = 20_000;
/** Long enough for the answer of the create call to be on its way. */
const SOON_MS = 20;
/** Posts under way at once: many thousands of events may happen in one moment. */
const AT_ONCE = 64;

/** One try at posting an event or a handshake. `status` 0 means that no answer came; `error` then says why. */
export interface DeliveryEntry {
  readonly callbackid: number;
  readonly account_id: string;
  readonly event: string;
  readonly object_id: number;
  readonly at: string;
  readonly status: number;
  readonly attempt: number;
  readonly error?: string;
}

interface Parcel {
  readonly callback: CallbackRecord;
  readonly event: string;
  readonly objectId: number;
  readonly pairs: FormPairs;
  /** Absent: sent without the signature header. */
  readonly signature?: string;
}

export interface CourierDeps {
  readonly clock: SandboxClock;
  readonly switchesOf: () => Switches;
}

/**
 * Posts events and handshakes to callbacks: signed, retried with growing gaps, then dropped (facts §3.4, §3.6).
 * Pauses are on the sandbox's clock; what has no pause goes out in real time, also while that clock stands still.
 */
export class Courier {
  readonly log: DeliveryEntry[] = [];
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #stopping = new AbortController();
  readonly #turnstile = new Turnstile(AT_ONCE);
  readonly #deps: CourierDeps;

  constructor(deps: CourierDeps) {
    this.#deps = deps;
  }

  /** Sends an event after `delayMs`, in the background. */
  send(callback: CallbackRecord, event: string, objectId: number, pairs: FormPairs, delayMs: number): void {
    const parcel = { callback, event, objectId, pairs, signature: sign(pairs, callback.verifier) };
    if (delayMs === 0) this.#soon(0, () => this.#deliver(parcel, 1));
    else this.#later(delayMs, () => this.#deliver(parcel, 1));
  }

  /** Posts the handshake now and waits for its outcome. */
  async handshake(callback: CallbackRecord, pairs: FormPairs): Promise<void> {
    await this.#shake(callback, pairs, 1);
  }

  /** Posts the handshake a moment later, so that the answer of the create call goes out first. */
  handshakeSoon(callback: CallbackRecord, pairs: FormPairs): void {
    this.#soon(SOON_MS, () => this.#shake(callback, pairs, 1));
  }

  handshakeLater(callback: CallbackRecord, pairs: FormPairs, delayMs: number): void {
    this.#later(delayMs, () => this.#shake(callback, pairs, 1));
  }

  /** Forgets what is still to be sent and cuts what is under way. */
  stop(): void {
    this.#stopping.abort();
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }

  #soon(delayMs: number, work: () => Promise<void>): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      void work();
    }, delayMs);
    this.#timers.add(timer);
  }

  #later(delayMs: number, work: () => Promise<void>): void {
    this.#deps.clock.later(delayMs, work);
  }

  async #shake(callback: CallbackRecord, pairs: FormPairs, attempt: number): Promise<void> {
    const { handshakeSigned, handshakeRetried, retryGapsMs } = this.#deps.switchesOf();
    const base = { callback, event: "callback.verify", objectId: callback.id, pairs };
    const parcel = handshakeSigned ? { ...base, signature: sign(pairs, callback.verifier) } : base;
    const isDelivered = await this.#post(parcel, attempt);
    const gapMs = retryGapsMs[attempt - 1];
    if (isDelivered || !handshakeRetried || gapMs === undefined || this.#stopping.signal.aborted) return;
    this.#later(gapMs, () => this.#shake(callback, pairs, attempt + 1));
  }

  async #deliver(parcel: Parcel, attempt: number): Promise<void> {
    const isDelivered = await this.#post(parcel, attempt);
    if (this.#stopping.signal.aborted) return;
    if (isDelivered) {
      parcel.callback.dropsInRow = 0;
      return;
    }
    const gapMs = this.#deps.switchesOf().retryGapsMs[attempt - 1];
    if (gapMs === undefined) this.#drop(parcel.callback);
    else this.#later(gapMs, () => this.#deliver(parcel, attempt + 1));
  }

  #drop(callback: CallbackRecord): void {
    callback.dropsInRow += 1;
    if (callback.dropsInRow < this.#deps.switchesOf().disableAfterDrops) return;
    callback.verified = false;
    callback.isDisabled = true;
  }

  async #post(parcel: Parcel, attempt: number): Promise<boolean> {
    return this.#turnstile.pass(() => this.#postNow(parcel, attempt));
  }

  async #postNow(parcel: Parcel, attempt: number): Promise<boolean> {
    if (this.#stopping.signal.aborted) return false;
    try {
      const answer = await fetch(parcel.callback.uri, {
        method: "POST",
        redirect: "manual",
        body: new URLSearchParams(parcel.pairs.map(([name, value]) => [name, value])).toString(),
        headers: {
          "content-type": "application/x-www-form-urlencoded",
          "user-agent": "FreshHooks/0.4 (sandbox)",
          ...(parcel.signature === undefined ? {} : { "x-freshbooks-hmac-sha256": parcel.signature }),
        },
        signal: AbortSignal.any([this.#stopping.signal, AbortSignal.timeout(TIMEOUT_MS)]),
      });
      await answer.body?.cancel();
      this.#record(parcel, attempt, answer.status);
      return answer.ok;
    } catch (error) {
      this.#record(parcel, attempt, 0, error instanceof Error ? error.message : String(error));
      return false;
    }
  }

  #record(parcel: Parcel, attempt: number, status: number, error?: string): void {
    if (this.log.length >= LOG_LIMIT) this.log.shift();
    this.log.push({
      callbackid: parcel.callback.id,
      account_id: parcel.callback.accountId,
      event: parcel.event,
      object_id: parcel.objectId,
      at: isoSeconds(this.#deps.clock.nowMs()),
      status,
      attempt,
      ...(error === undefined ? {} : { error }),
    });
  }
}
