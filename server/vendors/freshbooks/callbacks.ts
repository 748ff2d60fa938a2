import { z } from "zod";
import { VendorError } from "../http/vendor-error";
import { callFreshbooks } from "./call";
import type { FreshbooksCallDeps } from "./call";
import { parsePage } from "./list";
import { badAnswer, parseResult } from "./parse-answer";
import { idSegment } from "./path";
import { callbackSchema } from "./schemas";
import type { WireCallback } from "./schemas";

/** A webhook registration as FreshBooks lists it (facts §3.1). The verifier never comes this way. */
export type VendorCallback = { id: string; event: string; uri: string; verified: boolean };

const wrapped = z.object({ callback: callbackSchema });

/** More pages than any account can hold: a list that goes on beyond is broken. */
const mostPages = 100;

function toCallback(operation: string, wire: WireCallback, isWrite: boolean): VendorCallback {
  const id = wire.callbackid ?? wire.id;
  if (id === null || id === undefined) throw badAnswer(operation, isWrite);
  return { id, event: wire.event, uri: wire.uri, verified: wire.verified };
}

async function listCallbacks(deps: FreshbooksCallDeps, root: string): Promise<VendorCallback[]> {
  const operation = "listCallbacks";
  const found = new Map<string, VendorCallback>();
  for (let page = 1; page <= mostPages; page += 1) {
    const query = new URLSearchParams({ page: String(page), per_page: "100" });
    const json = await callFreshbooks(deps, { operation, method: "GET", path: root, query });
    const { items, pages, unreadable } = parsePage(operation, "callbacks", callbackSchema, json);
    if (unreadable.length > 0) throw badAnswer(operation, false);
    for (const item of items.map((wire) => toCallback(operation, wire, false))) found.set(item.id, item);
    if (page >= pages) return [...found.values()];
  }
  throw badAnswer(operation, false);
}

/** The callback calls of one account. */
export function createCallbackCalls(deps: FreshbooksCallDeps, accountId: string) {
  const root = `/events/account/${encodeURIComponent(accountId)}/events/callbacks`;

  async function write(operation: string, method: "POST" | "PUT", path: string, callback: object) {
    const json = await callFreshbooks(deps, { operation, method, path, body: { callback } });
    return toCallback(operation, parseResult(operation, wrapped, json, true).callback, true);
  }

  return {
    /** Every registration of the account, all pages. */
    listCallbacks: () => listCallbacks(deps, root),

    /** Registers a callback. FreshBooks posts the handshake to `uri`, maybe before this returns (facts §3.3). */
    async createCallback(input: { event: string; uri: string }): Promise<VendorCallback> {
      return write("createCallback", "POST", root, input);
    },

    /** Ends the handshake with the verifier that came to the callback's address. */
    async verifyCallback(id: string, verifier: string): Promise<VendorCallback> {
      const operation = "verifyCallback";
      return write(operation, "PUT", `${root}/${idSegment(operation, id)}`, { verifier });
    },

    /** Asks for the handshake once more. */
    async resendCallback(id: string): Promise<void> {
      const operation = "resendCallback";
      const path = `${root}/${idSegment(operation, id)}`;
      await callFreshbooks(deps, {
        operation,
        method: "PUT",
        path,
        body: { callback: { resend: true } },
        mayBeEmpty: true,
      });
    },

    /** Removes a registration; one that is gone already counts as removed. */
    async deleteCallback(id: string): Promise<void> {
      const operation = "deleteCallback";
      const path = `${root}/${idSegment(operation, id)}`;
      try {
        await callFreshbooks(deps, { operation, method: "DELETE", path, mayBeEmpty: true });
      } catch (error) {
        const isGone = error instanceof VendorError && (error.kind === "not_found" || error.kind === "gone");
        if (!isGone) throw error;
      }
    },
  };
}
