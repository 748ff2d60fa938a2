import type { Env } from "../lib/env";

/**
 * Whether this server shows the mails it sends on a page of its own: where the operator said so, and in development.
 * Anybody who reaches that page could sign in as anybody, so the environment allows it on this machine alone.
 */
export function hasLocalMailbox(env: Env): boolean {
  return env.LOCAL_MAILBOX;
}
