/** The lock stayed with a living holder for longer than the caller would wait. */
export declare class LockTimeoutError extends Error {}

/** Takes the lock at `path`; see lock.mjs. Gives back the function that releases it. */
export declare function takeLock(
  path: string,
  options?: { waitMs?: number; onWait?: (pid: number) => void },
): Promise<() => void>;
