import { describe } from "./reply";
import type { Reply } from "./reply";

interface Debt {
  readonly what: string;
  readonly undo: () => Promise<void>;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** What a run has made and has to take away again, the last thing first. */
export class CleanUp {
  readonly #debts: Debt[] = [];
  readonly #lastDebts: Debt[] = [];
  readonly #left: string[] = [];

  /** Notes how to undo what was just made, before anything else is done with it. */
  owe(what: string, undo: () => Promise<void>): void {
    this.#debts.push({ what, undo });
  }

  /**
   * Makes something by a call. Where no answer, or a breakdown, leaves open whether it is there, nobody can undo it: it
   * is told at the end.
   */
  async make(what: string, call: () => Promise<Reply>): Promise<Reply> {
    const reply = await call().catch((error: unknown) => {
      this.#left.push(`perhaps ${what} (${reasonOf(error)})`);
      throw error;
    });
    if (reply.status >= 500) this.#left.push(`perhaps ${what} (${describe(reply)})`);
    return reply;
  }

  /** As `owe`, for what the others may need for their undoing, such as a grant. */
  oweLast(what: string, undo: () => Promise<void>): void {
    this.#lastDebts.push({ what, undo });
  }

  /** Undoes everything noted so far; what cannot be undone is kept in {@link left}. */
  async settle(): Promise<void> {
    const next = () => this.#debts.pop() ?? this.#lastDebts.pop();
    for (let debt = next(); debt !== undefined; debt = next()) {
      try {
        await debt.undo();
      } catch (error) {
        this.#left.push(`${debt.what} (${reasonOf(error)})`);
      }
    }
  }

  /** What a person has to take away by hand. */
  get left(): readonly string[] {
    return this.#left;
  }
}
