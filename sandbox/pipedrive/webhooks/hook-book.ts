import type { SandboxClock } from "../../lib/clock";
import { Counter } from "../../lib/counter";
import type { SeededRandom } from "../../lib/random";
import type { CompanyEvent } from "./event";
import type { Hook, HookDelivery, HookInput } from "./hook";
import { payload } from "./payload";
import type { Envelope } from "./payload";
import { postJson } from "./post-json";

const MAX_PER_USER = 40;
/** After the first try (facts §8). */
const RETRY_GAPS_MS = [3000, 30_000, 150_000];
const FAILURES_BEFORE_BAN = 10;
const BAN_MS = 30 * 60_000;
const DAYS_WITHOUT_SUCCESS_MS = 3 * 86_400_000;
const LOG_LIMIT = 20_000;

export interface HookBookDeps {
  readonly clock: SandboxClock;
  readonly random: SeededRandom;
  readonly profile: { readonly id: number; readonly domain: string };
}

/**
 * The webhooks of one company, and their deliveries: one try at once, three more after 3, 30 and 150 seconds of the
 * sandbox's clock, a ban of half an hour after ten failed first tries, and the end after three days without success
 * (facts §8).
 */
export class HookBook {
  readonly log: HookDelivery[] = [];
  readonly #hooks = new Map<number, Hook>();
  readonly #ids = new Counter(55);
  readonly #stopping = new AbortController();
  readonly #deps: HookBookDeps;

  constructor(deps: HookBookDeps) {
    this.#deps = deps;
  }

  /** Whether anybody listens at all. */
  get isHeard(): boolean {
    return this.#hooks.size > 0;
  }

  list(): readonly Hook[] {
    return [...this.#hooks.values()];
  }

  get(id: number): Hook | undefined {
    return this.#hooks.get(id);
  }

  isFullFor(userId: number): boolean {
    return this.list().filter((hook) => hook.userId === userId).length >= MAX_PER_USER;
  }

  add(input: HookInput): Hook {
    const fresh = { lastStatus: null, lastDeliveryMs: null, lastSuccessMs: null };
    const addMs = this.#deps.clock.nowMs();
    const hook = { id: this.#ids.take(), ...input, addMs, ...fresh, firstFailures: 0, bannedUntilMs: 0 };
    this.#hooks.set(hook.id, hook);
    return hook;
  }

  remove(id: number): boolean {
    return this.#hooks.delete(id);
  }

  /** App webhooks vanish with the installation that made them. */
  removeOf(installation: string): void {
    for (const hook of this.list()) if (hook.installation === installation) this.remove(hook.id);
  }

  /** Tells every webhook that listens for such an event; a banned one never learns of it. */
  announce(event: CompanyEvent): void {
    const nowMs = this.#deps.clock.nowMs();
    const correlationId = this.#deps.random.uuid();
    for (const hook of this.#hooks.values()) {
      const isMeant =
        (hook.action === "*" || hook.action === event.action) &&
        (hook.object === "*" || hook.object === event.entity);
      if (!isMeant || hook.bannedUntilMs > nowMs) continue;
      this.#send({
        event,
        hook,
        companyId: this.#deps.profile.id,
        host: `${this.#deps.profile.domain}.pipedrive.com`,
        id: this.#deps.random.uuid(),
        correlationId,
        at: new Date(nowMs),
      });
    }
  }

  /** Cuts what is under way. */
  stop(): void {
    this.#stopping.abort();
  }

  // The answer to the call that caused the event goes out first.
  #send(envelope: Envelope): void {
    setImmediate(() => void this.#deliver(envelope, 1));
  }

  async #deliver(envelope: Envelope, attempt: number): Promise<void> {
    const { hook } = envelope;
    if (this.#isStopped() || !this.#hooks.has(hook.id)) return;
    const status = await postJson(hook, payload(envelope, attempt), this.#stopping.signal);
    this.#note(envelope, attempt, status);
    if (status >= 200 && status < 300) {
      hook.lastSuccessMs = this.#deps.clock.nowMs();
      hook.firstFailures = 0;
      return;
    }
    if (attempt === 1) this.#countFailure(hook);
    const gapMs = RETRY_GAPS_MS[attempt - 1];
    if (gapMs === undefined || this.#isStopped()) return;
    this.#deps.clock.later(gapMs, () => this.#deliver(envelope, attempt + 1));
  }

  #isStopped(): boolean {
    return this.#stopping.signal.aborted;
  }

  #countFailure(hook: Hook): void {
    const nowMs = this.#deps.clock.nowMs();
    if ((hook.lastSuccessMs ?? hook.addMs) + DAYS_WITHOUT_SUCCESS_MS <= nowMs) {
      this.remove(hook.id);
      return;
    }
    hook.firstFailures += 1;
    if (hook.firstFailures < FAILURES_BEFORE_BAN) return;
    hook.firstFailures = 0;
    hook.bannedUntilMs = nowMs + BAN_MS;
  }

  #note({ event, hook }: Envelope, attempt: number, status: number): void {
    const nowMs = this.#deps.clock.nowMs();
    hook.lastStatus = status;
    hook.lastDeliveryMs = nowMs;
    if (this.log.length >= LOG_LIMIT) this.log.shift();
    this.log.push({
      webhookId: hook.id,
      event: `${event.action}.${event.entity}`,
      entityId: event.entityId,
      at: new Date(nowMs).toISOString(),
      status,
      attempt,
    });
  }
}
