type Listener = () => void;

/** How often the mark is looked at while somebody watches. */
const LOOK_EVERY_MS = 500;

/**
 * Tells open pages that something changed. A change is what `tell` reports, or a mark that reads differently than
 * before: the mark sees what no call brings, such as a delivery, a moved clock or a verb used in code. With nobody
 * listening it does nothing at all.
 */
export class LiveHub {
  readonly #listeners = new Set<Listener>();
  readonly #markOf: () => string;
  #timer: NodeJS.Timeout | undefined;
  #mark = "";

  /** @param markOf a short text, cheap to make, that is different whenever a page would look different. */
  constructor(markOf: () => string) {
    this.#markOf = markOf;
  }

  /** How many pages are listening. */
  get listeners(): number {
    return this.#listeners.size;
  }

  tell(): void {
    this.#mark = this.#listeners.size === 0 ? "" : this.#markOf();
    for (const listener of this.#listeners) listener();
  }

  /** Calls `listener` after each change, until the function it gives back is called. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    if (this.#timer === undefined) {
      this.#mark = this.#markOf();
      this.#timer = setInterval(() => {
        if (this.#markOf() !== this.#mark) this.tell();
      }, LOOK_EVERY_MS).unref();
    }
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      clearInterval(this.#timer);
      this.#timer = undefined;
    };
  }
}
