import { connect } from "node:net";

/** What came over the wire, byte by byte: nothing is decoded, repaired or refused. */
export interface RawAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  /** The body as it came, chunk marks included if it was chunked. */
  readonly body: string;
  /** When each piece arrived, in milliseconds since the request was sent. */
  readonly arrivals: readonly number[];
}

function parsed(text: string, arrivals: readonly number[]): RawAnswer {
  const split = text.indexOf("\r\n\r\n");
  const [statusLine = "", ...lines] = text.slice(0, split).split("\r\n");
  const headers = new Map(
    lines.map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
  return { status: Number(statusLine.split(" ")[1]), headers, body: text.slice(split + 4), arrivals };
}

/**
 * One HTTP/1.1 call on a socket of its own, which ends when the other side closes it. Resolves with whatever came,
 * however little; without a status line `status` is NaN.
 */
export async function rawCall(
  base: string,
  method: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  body = "",
): Promise<RawAnswer> {
  const { hostname, port, host } = new URL(base);
  const lines = Object.entries({
    host,
    connection: "close",
    "content-length": String(Buffer.byteLength(body)),
    ...headers,
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  const socket = connect(Number(port), hostname);
  const sentAt = performance.now();
  const arrivals: number[] = [];
  let text = "";
  socket.setEncoding("utf8");
  socket.on("data", (piece: string) => {
    arrivals.push(performance.now() - sentAt);
    text += piece;
  });
  socket.write(`${method} ${path} HTTP/1.1\r\n${lines.join("")}\r\n${body}`);
  await new Promise<void>((resolve) => {
    // A reset connection is an answer like any other here: what came until then counts.
    socket.once("error", () => {
      resolve();
    });
    socket.once("close", () => {
      resolve();
    });
  });
  return parsed(text, arrivals);
}
