import { Agent, request } from "node:http";

export interface Call {
  readonly method: "GET" | "PATCH" | "POST" | "PUT";
  readonly path: string;
  readonly body?: unknown;
}

export interface TimedAnswer {
  readonly status: number;
  readonly text: string;
  /** From the first byte sent to the last byte read, in milliseconds. */
  readonly tookMs: number;
}

/** One connection to one address, kept open, on which calls follow each other. */
export class KeepAliveClient {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });

  constructor(
    readonly baseUrl: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {}

  async send({ method, path, body }: Call): Promise<TimedAnswer> {
    const startedMs = performance.now();
    const headers = {
      ...this.headers,
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    };
    return new Promise((resolve, reject) => {
      const sent = request(`${this.baseUrl}${path}`, { method, headers, agent: this.#agent }, (answer) => {
        let text = "";
        answer.setEncoding("utf8");
        answer.on("data", (piece: string) => {
          text += piece;
        });
        answer.once("error", reject);
        answer.once("end", () => {
          resolve({ status: answer.statusCode ?? 0, text, tookMs: performance.now() - startedMs });
        });
      });
      sent.once("error", reject);
      sent.end(body === undefined ? undefined : JSON.stringify(body));
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}
