/** What a consent page of a sandbox sends back through the browser. */
export type Consent = { code: string; state: string | null };

/** Presses a button of a sandbox's consent page, and reads where it would send the browser. */
async function press(authorizeUrl: string, decision: "allow" | "deny"): Promise<URLSearchParams> {
  const url = new URL(authorizeUrl);
  const body = new URLSearchParams(url.search);
  body.set("decision", decision);
  url.search = "";
  const response = await fetch(url, { method: "POST", body, redirect: "manual" });
  const location = response.headers.get("location");
  if (response.status === 302 && location !== null) return new URL(location).searchParams;
  throw new Error(`the consent page answered ${String(response.status)}: ${await response.text()}`);
}

/** The code that a person's "Allow" brings. */
export async function allowConsent(authorizeUrl: string): Promise<Consent> {
  const query = await press(authorizeUrl, "allow");
  const code = query.get("code");
  if (code === null) throw new Error(`no code came back: ${query.toString()}`);
  return { code, state: query.get("state") };
}

/** The error that a person's "Deny" brings. */
export async function denyConsent(authorizeUrl: string): Promise<string | null> {
  return (await press(authorizeUrl, "deny")).get("error");
}
