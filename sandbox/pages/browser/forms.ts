import { refresh, show } from "./refresh";

/** Words of the last act, which the server adds to the address it sends the browser to. */
const NOTICE = "did";

function withoutNotice(address: string): string {
  const url = new URL(address);
  url.searchParams.delete(NOTICE);
  return url.href;
}

function say(text: string): void {
  const notice = document.querySelector("#notice");
  if (notice === null) return;
  notice.textContent = text;
  notice.className = "notice bad";
}

// Another page is gone to; this page is changed in place, and keeps its notice until the next act.
function follow(answer: Response, html: string): void {
  const address = withoutNotice(answer.url);
  if (new URL(address).pathname !== location.pathname) {
    location.assign(answer.url);
    return;
  }
  show(html);
  history.replaceState(null, "", address);
}

// Files are not sent, nor is what was left empty in a search.
function bodyOf(form: HTMLFormElement, submitter: HTMLElement | null): URLSearchParams {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form, submitter)) {
    if (typeof value === "string" && (value !== "" || form.method === "post")) body.append(name, value);
  }
  return body;
}

/** Posts a form and shows the page it leads to. What was typed stays when the server refuses it. */
export async function post(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  const action = submitter?.getAttribute("formaction") ?? form.action;
  form.setAttribute("aria-busy", "true");
  document.querySelector("#notice")?.removeAttribute("data-kept");
  try {
    const answer = await fetch(action, { method: "POST", body: bodyOf(form, submitter) });
    const html = await answer.text();
    form.removeAttribute("data-kept");
    if (answer.ok) {
      form.reset();
      follow(answer, html);
    } else {
      show(html);
      form.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
    }
  } catch {
    say("The sandbox did not answer: is it still running?");
  } finally {
    form.removeAttribute("aria-busy");
  }
}

/** Takes over the page's forms, so that an act changes the page in place. */
export function takeOverForms(): void {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.method !== "post" || event.defaultPrevented) return;
    event.preventDefault();
    if (form.getAttribute("aria-busy") !== "true") void post(form, event.submitter);
  });
  document.addEventListener("change", (event) => {
    const field = event.target;
    if (field instanceof HTMLSelectElement && field.dataset["submits"] !== undefined)
      field.form?.requestSubmit();
  });
  // A search or a filter is a link with a form's face: followed in place, so that focus and typing go on.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.method !== "get" || form.dataset["inPlace"] === undefined)
      return;
    event.preventDefault();
    const address = new URL(form.action);
    address.search = bodyOf(form, event.submitter).toString();
    history.pushState(null, "", address);
    void refresh().catch(() => say("The sandbox did not answer: is it still running?"));
  });
  window.addEventListener("popstate", () => void refresh().catch(() => location.reload()));
}
