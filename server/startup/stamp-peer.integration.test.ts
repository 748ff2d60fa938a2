import { once } from "node:events";
import { createServer, request } from "node:http";
import type { IncomingMessage, Server } from "node:http";
import { json } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { clientAddress, peerHeader } from "../lib/client-address";
import { stampPeer } from "./stamp-peer";

const seenSchema = z.object({ peer: z.string().nullable(), address: z.string().nullable() });

let stop: () => void;
let servers: Server[];

/** Answers what a handler of the server's would find. */
async function listen(host: string): Promise<Server> {
  const server = createServer((incoming, response) => {
    const headers = new Headers();
    for (const [name, value] of Object.entries(incoming.headers)) headers.set(name, String(value));
    response.end(JSON.stringify({ peer: headers.get(peerHeader), address: clientAddress(headers, 0) }));
  });
  server.listen(0, host);
  await once(server, "listening");
  return server;
}

beforeAll(async () => {
  stop = stampPeer();
  servers = [await listen("127.0.0.1"), await listen("::")];
});
afterAll(() => {
  stop();
  for (const server of servers) server.close();
});

async function ask(server: Server | undefined, headers: Record<string, string>, localAddress = "127.0.0.1") {
  const address = server?.address();
  if (typeof address !== "object" || address === null) throw new Error("the server does not listen");
  const options = { host: "127.0.0.1", port: address.port, headers, localAddress, agent: false };
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    request(options, resolve).on("error", reject).end();
  });
  return seenSchema.parse(await json(answer));
}

describe("stampPeer", () => {
  it("says where a request came from", async () => {
    expect(await ask(servers[0], {}, "127.0.0.9")).toEqual({ peer: "127.0.0.9", address: "127.0.0.9" });
  });

  it("puts it in the place of whatever the sender wrote there", async () => {
    const spoofed = { [peerHeader]: "203.0.113.7", "X-ML-Connector-Peer": "203.0.113.8" };
    expect((await ask(servers[0], spoofed)).peer).toBe("127.0.0.1");
  });

  it("writes IPv4 as IPv4, on a server that listens on IPv6 too", async () => {
    expect((await ask(servers[1], {}, "127.0.0.9")).peer).toBe("127.0.0.9");
  });
});
