import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";

const PIECES = 20;

async function bytesOf(answer: Response): Promise<Uint8Array> {
  return new Uint8Array(await answer.arrayBuffer());
}

/** Cuts the connection without an answer. */
export function hangUp(incoming: IncomingMessage): Response {
  incoming.socket.destroy();
  return RESPONSE_ALREADY_SENT;
}

/** The same answer, claiming to be of another content type. */
export async function relabelled(answer: Response, contentType: string): Promise<Response> {
  const headers = new Headers(answer.headers);
  headers.set("content-type", contentType);
  return new Response(await answer.arrayBuffer(), { status: answer.status, headers });
}

async function* inPieces(bytes: Uint8Array, overMs: number): AsyncGenerator<Uint8Array, void> {
  const size = Math.max(1, Math.ceil(bytes.length / PIECES));
  const waitMs = overMs / Math.max(1, Math.ceil(bytes.length / size));
  for (let start = 0; start < bytes.length; start += size) {
    await sleep(waitMs, undefined, { ref: false });
    yield bytes.subarray(start, start + size);
  }
}

/** The same answer with its whole length declared, its body arriving in pieces over `overMs` real milliseconds. */
export async function slowed(answer: Response, overMs: number): Promise<Response> {
  const bytes = await bytesOf(answer);
  const headers = new Headers(answer.headers);
  headers.set("content-length", String(bytes.length));
  const pieces = inPieces(bytes, overMs);
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const piece = await pieces.next();
      if (piece.done === true) controller.close();
      else controller.enqueue(piece.value);
    },
    cancel: async () => {
      await pieces.return(undefined);
    },
  });
  return new Response(body, { status: answer.status, headers });
}

/** Declares the answer's whole length, sends `length` bytes of its body and cuts the connection. */
export async function cutShort(
  answer: Response,
  outgoing: ServerResponse,
  length: number,
): Promise<Response> {
  const bytes = await bytesOf(answer);
  outgoing.writeHead(answer.status, {
    ...Object.fromEntries(answer.headers),
    "content-length": String(bytes.length),
  });
  await new Promise<void>((resolve) => {
    outgoing.write(bytes.subarray(0, length), () => {
      resolve();
    });
  });
  outgoing.socket?.destroySoon();
  return RESPONSE_ALREADY_SENT;
}
