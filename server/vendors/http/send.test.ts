import { createServer } from "node:http";
import type { IncomingMessage, RequestListener, Server, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import pino from "pino";
import { afterEach, describe, expect, it } from "vitest";
import { systemClock } from "../../lib/clock";
import type { SendRequest } from "./request";
import { send } from "./send";
import { VendorError } from "./vendor-error";

let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
});

async function serve(listener: RequestListener): Promise<string> {
  const made = createServer(listener);
  server = made;
  await new Promise<void>((resolve) => made.listen(0, "127.0.0.1", resolve));
  const address = made.address();
  return address !== null && typeof address === "object" ? `http://127.0.0.1:${String(address.port)}` : "";
}

const deps = { clock: systemClock, log: pino({ level: "silent" }) };

function request(url: string, change: Partial<SendRequest> = {}): SendRequest {
  return {
    vendor: "pipedrive",
    operation: "getDeal",
    method: "GET",
    url,
    headers: { authorization: "Bearer t" },
    explain: () => ({}),
    ...change,
  };
}

async function failure(promise: Promise<unknown>): Promise<VendorError> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof VendorError) return error;
  throw new Error("no VendorError was thrown", { cause: error });
}

function answer(status: number, body = "{}", headers: Record<string, string> = {}) {
  return (_request: IncomingMessage, response: ServerResponse) => {
    response.writeHead(status, headers).end(body);
  };
}

describe("send", () => {
  it("gives back status, JSON and request id", async () => {
    const url = await serve(answer(200, '{"a":1}', { "x-request-id": "r-1" }));
    const response = await send(request(url), deps);
    expect(response).toMatchObject({ status: 200, json: { a: 1 }, requestId: "r-1" });
  });

  it.each([
    [400, "invalid", false],
    [401, "auth", false],
    [402, "forbidden", false],
    [403, "forbidden", false],
    [404, "not_found", false],
    [408, "timeout", true],
    [409, "conflict", false],
    [410, "gone", false],
    [422, "invalid", false],
    [429, "rate_limited", false],
    [500, "unavailable", true],
    [502, "unavailable", true],
    [503, "unavailable", true],
  ])("sorts a POST's %i as %s, mayHaveHappened %s", async (status, kind, mayHaveHappened) => {
    const url = await serve(answer(status));
    const error = await failure(send(request(url, { method: "POST", body: "{}" }), deps));
    expect(error).toMatchObject({ status, kind, mayHaveHappened });
  });

  it.each([
    [200, "<html>hello</html>", "bad_response"],
    [200, "", "bad_response"],
    [200, '{"a":', "bad_response"],
    [404, "<html>not here</html>", "bad_response"],
    [403, "<html>Cloudflare</html>", "forbidden"],
    [429, "<html>slow down</html>", "rate_limited"],
    [502, "<html>edge</html>", "unavailable"],
  ])("bears a %i with the body %j as %s, status kept", async (status, body, kind) => {
    const url = await serve(answer(status, body));
    expect(await failure(send(request(url), deps))).toMatchObject({ status, kind, mayHaveHappened: false });
  });

  it("knows that a write whose success cannot be read may have happened", async () => {
    const url = await serve(answer(200, "<html>"));
    const error = await failure(send(request(url, { method: "POST", body: "{}" }), deps));
    expect(error).toMatchObject({ kind: "bad_response", mayHaveHappened: true });
  });

  it("does not follow a redirect, so that the token stays here", async () => {
    const asked: (string | undefined)[] = [];
    const url = await serve((incoming, response) => {
      asked.push(incoming.url);
      response.writeHead(302, { location: "/elsewhere" }).end();
    });
    expect(await failure(send(request(`${url}/first`), deps))).toMatchObject({
      kind: "bad_response",
      status: 302,
    });
    expect(asked).toEqual(["/first"]);
  });

  it.each([
    ["GET", 502, {}, 3],
    ["GET", 503, {}, 3],
    ["GET", 503, { "retry-after": "5" }, 1],
    ["GET", 500, {}, 1],
    ["POST", 502, {}, 1],
  ] as const)("tries %s %i %j %i times, asking before each", async (method, status, headers, times) => {
    let tries = 0;
    let asked = 0;
    const url = await serve((incoming, response) => {
      tries += 1;
      answer(status, "{}", headers)(incoming, response);
    });
    const beforeTry = () => {
      asked += 1;
      return Promise.resolve();
    };
    await failure(send(request(url, { method, beforeTry }), deps));
    expect([tries, asked]).toEqual([times, times]);
  });

  it("gets its answer when a GET's connection broke once", async () => {
    let tries = 0;
    const url = await serve((incoming, response) => {
      tries += 1;
      if (tries === 1) incoming.socket.destroy();
      else answer(200, '"ok"')(incoming, response);
    });
    expect((await send(request(url), deps)).json).toBe("ok");
  });

  it("sends a write once when its connection breaks, and says that it may have happened", async () => {
    let tries = 0;
    const url = await serve((incoming) => {
      tries += 1;
      incoming.socket.destroy();
    });
    const error = await failure(send(request(url, { method: "PATCH", body: "{}" }), deps));
    expect(error).toMatchObject({ kind: "unavailable", mayHaveHappened: true });
    expect(tries).toBe(1);
  });

  it("knows that a write to a closed port never happened", async () => {
    const url = await serve(answer(200));
    await new Promise((resolve) => server?.close(resolve));
    const error = await failure(send(request(url, { method: "POST", body: "{}" }), deps));
    expect(error).toMatchObject({ kind: "unavailable", mayHaveHappened: false });
  });

  it("ends at the time limit, also when only the body is slow", async () => {
    const url = await serve((_incoming, response) => {
      response.writeHead(200);
      response.write("{");
    });
    const error = await failure(
      send(request(url, { method: "POST", body: "{}" }), { ...deps, timeoutMs: 60 }),
    );
    expect(error).toMatchObject({ kind: "timeout", mayHaveHappened: true });
  });

  it("reads Retry-After on 429 alone, as seconds or as a date", async () => {
    const inAMinute = new Date(systemClock.now().getTime() + 60_000).toUTCString();
    const url = await serve((incoming, response) => {
      const header = incoming.url === "/date" ? inAMinute : "7";
      answer(incoming.url === "/500" ? 500 : 429, "{}", { "retry-after": header })(incoming, response);
    });
    expect(await failure(send(request(`${url}/seconds`), deps))).toMatchObject({ retryAfterMs: 7000 });
    const dated = await failure(send(request(`${url}/date`), deps));
    expect(dated.retryAfterMs).toBeGreaterThan(50_000);
    expect(await failure(send(request(`${url}/500`), deps))).toMatchObject({ retryAfterMs: undefined });
  });

  it("keeps an answer when its listener fails", async () => {
    const url = await serve(answer(200, "{}"));
    const onAnswer = () => Promise.reject(new Error("the database is away"));
    expect(await send(request(url, { onAnswer }), deps)).toMatchObject({ status: 200 });
  });

  it("shows listeners every answer, bad ones too", async () => {
    const seen: number[] = [];
    const url = await serve(answer(429));
    const onAnswer = ({ status }: { status: number }) => {
      seen.push(status);
      return Promise.resolve();
    };
    await failure(send(request(url, { onAnswer }), deps));
    expect(seen).toEqual([429]);
  });

  it("does not count waiting for the gate as time of the call", async () => {
    const url = await serve(answer(200));
    const response = await send(request(url, { beforeTry: () => sleep(0) }), {
      ...deps,
      clock: { now: () => new Date(0) },
    });
    expect(response.durationMs).toBe(0);
  });
});
