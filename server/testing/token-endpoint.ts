import { createServer } from "node:http";
import type { ServerResponse } from "node:http";

/** What the endpoint does with a refresh it is asked for. */
type TokenAnswer =
  "grant" | "refuse" | "wrong_client" | "unavailable" | "lose_answer" | "spend_and_be_silent";

/** A token endpoint whose refresh tokens work once, and which counts how often it is asked. */
export type TokenEndpoint = {
  url: string;
  /** Refreshes asked for so far. */
  asked: () => number;
  /** The only refresh token that works now. */
  liveRefreshToken: () => string;
  answerWith: (answer: TokenAnswer) => void;
  stop: () => Promise<void>;
};

function reply(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

const refusals = {
  refuse: { status: 400, error: "invalid_grant" },
  wrong_client: { status: 401, error: "invalid_client" },
  unavailable: { status: 500, error: "server_error" },
} as const;

/** Starts the endpoint on a free port. Tokens are `access-<n>` and `refresh-<n>`, beginning with 1. */
export async function startTokenEndpoint(): Promise<TokenEndpoint> {
  let asked = 0;
  let number = 1;
  let answer: TokenAnswer = "grant";

  function grant(): object {
    number += 1;
    const tokens = { access_token: `access-${String(number)}`, refresh_token: `refresh-${String(number)}` };
    return { ...tokens, token_type: "Bearer", expires_in: 43_200 };
  }

  function serve(body: string, response: ServerResponse): void {
    asked += 1;
    if (answer === "refuse" || answer === "wrong_client" || answer === "unavailable") {
      const { status, error } = refusals[answer];
      reply(response, status, { error });
    } else if (new URLSearchParams(body).get("refresh_token") !== `refresh-${String(number)}`) {
      reply(response, 400, { error: "invalid_grant" });
    } else if (answer === "lose_answer") {
      grant();
      response.socket?.destroy();
    } else if (answer === "spend_and_be_silent") {
      grant();
    } else {
      reply(response, 200, grant());
    }
  }

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      serve(Buffer.concat(chunks).toString(), response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the token endpoint has no port");
  return {
    url: `http://127.0.0.1:${String(address.port)}`,
    asked: () => asked,
    liveRefreshToken: () => `refresh-${String(number)}`,
    answerWith: (next) => {
      answer = next;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
