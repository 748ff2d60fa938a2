import { TaskQueue } from "./task-queue";
import type { Work } from "./task-queue";

/** Work that waits for its time; `cancel` forgets it, and does nothing once it has begun. */
export interface Later {
  cancel(): void;
}

// The longest wait that Node's timers can hold; a longer one is taken up again after it.
const LONGEST_WAIT_MS = 2_147_483_647;

/**
 * The sandbox's own clock, by which invoices fall due, tokens expire, rate windows roll and deliveries are tried
 * again. It runs with real time until it is moved or frozen. Work waiting for a time fires when this clock has
 * reached it, however it got there; what one move makes due fires in due order, each seeing its own due time, or a
 * later one.
 */
export class SandboxClock {
  readonly #queue = new TaskQueue();
  #offsetMs = 0;
  /** The time shown while frozen, or while work that a move made due is fired. */
  #pinnedMs: number | undefined;
  #isFrozen = false;
  #isStopped = false;
  #timer: NodeJS.Timeout | undefined;

  get isFrozen(): boolean {
    return this.#isFrozen;
  }

  /** Milliseconds since the epoch, as this sandbox sees it. */
  nowMs(): number {
    return this.#pinnedMs ?? Date.now() + this.#offsetMs;
  }

  /** Moves the clock by `ms` (back, with a negative value) and fires, before it returns, what became due. */
  advance(ms: number): void {
    this.set(this.nowMs() + ms);
  }

  /** Moves the clock to an instant and fires, before it returns, what became due. */
  set(epochMs: number): void {
    try {
      this.#fireUntil(epochMs);
    } finally {
      this.#pinnedMs = this.#isFrozen ? epochMs : undefined;
      this.#offsetMs = epochMs - Date.now();
      this.#arm();
    }
  }

  /** Stands still from now on: only `advance` and `set` move it. */
  freeze(): void {
    this.#pinnedMs = this.nowMs();
    this.#isFrozen = true;
    this.#arm();
  }

  /** Runs on with real time, from where it stands. */
  thaw(): void {
    const nowMs = this.nowMs();
    this.#isFrozen = false;
    this.#pinnedMs = undefined;
    this.#offsetMs = nowMs - Date.now();
    this.#arm();
  }

  /**
   * Fires `work` when the clock has moved `delayMs` on. A promise it gives is not awaited; one that rejects ends the
   * process, as any unhandled rejection does: work must answer for its own errors.
   */
  later(delayMs: number, work: Work): Later {
    if (this.#isStopped) return { cancel: () => undefined };
    const task = this.#queue.add(this.nowMs() + Math.max(0, delayMs), work);
    this.#arm();
    return {
      cancel: () => {
        this.#queue.remove(task);
        this.#arm();
      },
    };
  }

  /** Forgets all that waits, for good. The time can still be read. */
  stop(): void {
    this.#isStopped = true;
    this.#queue.clear();
    this.#arm();
  }

  #fireUntil(endMs: number): void {
    for (let task = this.#queue.takeDue(endMs); task !== undefined; task = this.#queue.takeDue(endMs)) {
      this.#pinnedMs = Math.max(task.dueMs, this.nowMs());
      void task.work();
    }
  }

  #arm(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const next = this.#queue.nextDueMs();
    if (next === undefined || this.#isFrozen) return;
    const waitMs = Math.min(Math.max(0, next - this.nowMs()), LONGEST_WAIT_MS);
    this.#timer = setTimeout(() => {
      this.#ring();
    }, waitMs).unref();
  }

  #ring(): void {
    const nowMs = this.nowMs();
    try {
      for (let task = this.#queue.takeDue(nowMs); task !== undefined; task = this.#queue.takeDue(nowMs)) {
        void task.work();
      }
    } finally {
      this.#arm();
    }
  }
}
