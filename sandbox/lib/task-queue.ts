export type Work = () => void | Promise<void>;

interface Task {
  readonly dueMs: number;
  readonly work: Work;
}

/** Work in the order it falls due; what is due at the same time comes in the order it was added. */
export class TaskQueue {
  /** Sorted by due time. */
  #tasks: Task[] = [];

  add(dueMs: number, work: Work): Task {
    const task = { dueMs, work };
    const after = this.#tasks.findLastIndex((other) => other.dueMs <= dueMs);
    this.#tasks.splice(after + 1, 0, task);
    return task;
  }

  remove(task: Task): void {
    const index = this.#tasks.indexOf(task);
    if (index >= 0) this.#tasks.splice(index, 1);
  }

  nextDueMs(): number | undefined {
    return this.#tasks[0]?.dueMs;
  }

  /** Takes out the first task that is due by `nowMs`. */
  takeDue(nowMs: number): Task | undefined {
    const first = this.#tasks[0];
    return first !== undefined && first.dueMs <= nowMs ? this.#tasks.shift() : undefined;
  }

  clear(): void {
    this.#tasks = [];
  }
}
