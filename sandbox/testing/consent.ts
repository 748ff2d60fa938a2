import { call, textAt } from "./call";

export const REDIRECT_URI = "https://app.example/oauth/back";

const HIDDEN = /<input type="hidden" name="(\w+)" value="([^"]*)"/g;

function unescaped(html: string): string {
  return html
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}

/** Opens a consent page, posts its form as a script without a browser would, and gives where it leads. */
export async function decide(
  authorizeUrl: string,
  parameters: Readonly<Record<string, string>>,
  decision: "allow" | "deny" = "allow",
  userId?: number,
): Promise<URL> {
  const page = await call(`${authorizeUrl}?${new URLSearchParams(parameters).toString()}`);
  if (page.status !== 200) throw new Error(`The consent page answered ${page.status}: ${page.text}`);
  const hidden = [...page.text.matchAll(HIDDEN)].map(([, name = "", value = ""]) => [name, unescaped(value)]);
  const form = new URLSearchParams([...hidden, ["decision", decision]]);
  if (userId !== undefined) form.set("user_id", String(userId));
  const answer = await call(authorizeUrl, { method: "POST", body: form });
  if (answer.status !== 302) throw new Error(`The consent answered ${answer.status}: ${answer.text}`);
  return new URL(answer.headers.get("location") ?? "");
}

/** A FreshBooks access and refresh token, got by the whole flow. */
export async function freshBooksTokens(url: string, scope?: string) {
  const location = await decide(`${url}/oauth/authorize/`, {
    client_id: "sandbox-freshbooks",
    response_type: "code",
    redirect_uri: REDIRECT_URI,
    ...(scope === undefined ? {} : { scope }),
  });
  const answer = await freshBooksToken(url, {
    grant_type: "authorization_code",
    code: location.searchParams.get("code") ?? "",
  });
  return {
    access: textAt(answer.body, "access_token"),
    refresh: textAt(answer.body, "refresh_token"),
    answer,
  };
}

/** Posts to the FreshBooks token endpoint with the app's credentials. */
export async function freshBooksToken(url: string, parameters: Readonly<Record<string, string>>) {
  return call(`${url}/auth/oauth/token`, {
    method: "POST",
    body: new URLSearchParams({
      client_id: "sandbox-freshbooks",
      client_secret: "sandbox-freshbooks-secret",
      redirect_uri: REDIRECT_URI,
      ...parameters,
    }),
  });
}

/** Posts to the Pipedrive token endpoint with the app's credentials. */
export async function pipedriveToken(url: string, parameters: Readonly<Record<string, string>>) {
  const basic = Buffer.from("sandbox-pipedrive:sandbox-pipedrive-secret").toString("base64");
  return call(`${url}/oauth/token`, {
    method: "POST",
    headers: { authorization: `Basic ${basic}` },
    body: new URLSearchParams(parameters),
  });
}

/** A Pipedrive access and refresh token, got by the whole flow. */
export async function pipedriveTokens(url: string, userId?: number) {
  const parameters = { client_id: "sandbox-pipedrive", redirect_uri: REDIRECT_URI, state: "s" };
  const location = await decide(`${url}/oauth/authorize`, parameters, "allow", userId);
  const code = location.searchParams.get("code") ?? "";
  const answer = await pipedriveToken(url, {
    grant_type: "authorization_code",
    code,
    redirect_uri: REDIRECT_URI,
  });
  return {
    access: textAt(answer.body, "access_token"),
    refresh: textAt(answer.body, "refresh_token"),
    answer,
  };
}
