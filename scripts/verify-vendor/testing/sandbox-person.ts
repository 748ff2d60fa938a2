import type { Sandbox } from "../../../sandbox/start-sandbox";
import type { Errand, Person } from "../probe/person";

const HIDDEN = /<input type="hidden" name="(\w+)" value="([^"]*)"/g;

function unescaped(html: string): string {
  return html
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}

/** Opens a consent page, decides, and goes where that leads; undefined when it ends on a page. */
export async function decideAt(
  consentUrl: string,
  decision: "allow" | "deny",
  userId?: string,
): Promise<URL | undefined> {
  const page = await fetch(consentUrl, { redirect: "manual" });
  const html = await page.text();
  const early = page.headers.get("location");
  if (early !== null) return new URL(early);
  const pairs = [...html.matchAll(HIDDEN)].map(([, name = "", value = ""]) => [name, unescaped(value)]);
  const form = new URLSearchParams([...pairs, ["decision", decision]]);
  if (userId !== undefined) form.set("user_id", userId);
  const { origin, pathname } = new URL(consentUrl);
  const answer = await fetch(`${origin}${pathname}`, { method: "POST", body: form, redirect: "manual" });
  await answer.text();
  const location = answer.headers.get("location");
  return location === null ? undefined : new URL(location);
}

/** A person who does at once at the sandbox what is asked of them. */
export function sandboxPerson(sandbox: Sandbox, anotherMember: string): Person {
  const goTo = async (errand: Extract<Errand, { kind: "consent" }>) => {
    const userId = errand.who === "another member" ? anotherMember : undefined;
    const back = await decideAt(errand.url, errand.decision, userId);
    if (back !== undefined) await (await fetch(back)).text();
  };
  return {
    ask: async (errand) => {
      if (errand.kind === "consent") await goTo(errand);
      else sandbox.freshbooks.control.viewInvoice(errand.invoiceId);
    },
  };
}
