import { createHash, createSign, generateKeyPairSync, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";

import { z } from "zod";

/** A service to sign in with, for tests: an OpenID Connect issuer whose page asks who one is. */
export type OidcIssuer = { url: string; clientId: string; clientSecret: string; stop: () => Promise<void> };

const clientId = "ml-connector-e2e";
const clientSecret = "the issuer's word with the app";
const keyId = "only";
const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });

/** What the person said on the page, kept until the app trades the code for it. */
const grantSchema = z.object({
  sub: z.string(),
  email: z.string(),
  email_verified: z.enum(["yes"]).optional(),
  redirect_uri: z.url(),
  state: z.string(),
  nonce: z.string(),
  code_challenge: z.string(),
});
type Grant = z.output<typeof grantSchema>;

const base64url = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");

function signJwt(payload: object): string {
  const head = `${base64url({ alg: "RS256", kid: keyId, typ: "JWT" })}.${base64url(payload)}`;
  return `${head}.${createSign("RSA-SHA256").update(head).sign(privateKey, "base64url")}`;
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return new URLSearchParams(text);
}

function page(query: URLSearchParams): string {
  const kept = ["redirect_uri", "state", "nonce", "code_challenge"]
    .map((name) => `<input type="hidden" name="${name}" value="${query.get(name) ?? ""}">`)
    .join("");
  return `<!doctype html><html lang="en"><title>Issuer</title><h1>Who are you?</h1><form method="post">${kept}
    <label>Id <input name="sub"></label> <label>E-mail <input name="email"></label>
    <label><input type="checkbox" name="email_verified" value="yes"> Confirmed</label>
    <button name="decision" value="allow">Allow</button> <button name="decision" value="deny">Deny</button></form></html>`;
}

function discovery(issuer: string): object {
  return {
    ...{ issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token` },
    ...{ jwks_uri: `${issuer}/jwks`, userinfo_endpoint: `${issuer}/me` },
    ...{ response_types_supported: ["code"], subject_types_supported: ["public"] },
    id_token_signing_alg_values_supported: ["RS256"],
  };
}

function decide(form: URLSearchParams, grants: Map<string, Grant>): string {
  const back = new URL(form.get("redirect_uri") ?? "");
  if (form.get("decision") === "deny") {
    back.search = new URLSearchParams({ error: "access_denied", state: form.get("state") ?? "" }).toString();
    return back.href;
  }
  const code = randomUUID();
  grants.set(code, grantSchema.parse(Object.fromEntries(form)));
  back.search = new URLSearchParams({ code, state: form.get("state") ?? "" }).toString();
  return back.href;
}

/** A code is good once, for whoever knows the word whose hash came with the question (PKCE). */
function trade(issuer: string, form: URLSearchParams, grants: Map<string, Grant>): object | null {
  const code = form.get("code") ?? "";
  const grant = grants.get(code);
  grants.delete(code);
  const challenge = createHash("sha256")
    .update(form.get("code_verifier") ?? "")
    .digest("base64url");
  if (grant?.code_challenge !== challenge) return null;
  const { sub, email, nonce, email_verified: confirmed } = grant;
  const now = Math.floor(Date.now() / 1000);
  const claims = { sub, email, nonce, email_verified: confirmed === "yes", name: "Olga Oidc" };
  const id_token = signJwt({ ...claims, iss: issuer, aud: clientId, iat: now, exp: now + 300 });
  return { access_token: randomUUID(), token_type: "Bearer", expires_in: 300, id_token };
}

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

async function answer(
  issuer: string,
  grants: Map<string, Grant>,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const { pathname, searchParams } = new URL(request.url ?? "/", issuer);
  if (pathname === "/.well-known/openid-configuration") json(response, 200, discovery(issuer));
  else if (pathname === "/jwks") {
    const key = { ...publicKey.export({ format: "jwk" }), kid: keyId, alg: "RS256", use: "sig" };
    json(response, 200, { keys: [key] });
  } else if (pathname === "/authorize" && request.method === "POST") {
    response.writeHead(303, { location: decide(await readForm(request), grants) }).end();
  } else if (pathname === "/authorize") {
    response.writeHead(200, { "content-type": "text/html" }).end(page(searchParams));
  } else if (pathname === "/token") {
    const granted = trade(issuer, await readForm(request), grants);
    json(response, granted ? 200 : 400, granted ?? { error: "invalid_grant" });
  } else json(response, 404, { error: "not_found" });
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The issuer has no port.");
  return address.port;
}

/** Starts it on a free port of this machine. */
export async function startOidcIssuer(): Promise<OidcIssuer> {
  const grants = new Map<string, Grant>();
  let url = "";
  const server = createServer((request, response) => {
    answer(url, grants, request, response).catch((error: unknown) => {
      json(response, 500, { error: String(error) });
    });
  });
  url = `http://127.0.0.1:${String(await listen(server))}`;
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url, clientId, clientSecret, stop };
}
