/** Hands out consecutive ids from a recognisable first number. */
export class Counter {
  #next: number;

  constructor(first: number) {
    this.#next = first;
  }

  take(): number {
    const id = this.#next;
    this.#next += 1;
    return id;
  }
}
