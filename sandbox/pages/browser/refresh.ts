import { morph } from "./morph";

function place(): Element | undefined {
  return document.querySelector("#page") ?? undefined;
}

/** Puts another state of the page in place; what has the focus keeps it. */
export function show(html: string): void {
  const fresh = new DOMParser().parseFromString(html, "text/html");
  const from = place();
  const to = fresh.querySelector("#page");
  if (from === undefined || to === null) return;
  const focused = document.activeElement;
  morph(from, to);
  document.title = fresh.title;
  const isLost = document.activeElement !== focused && focused?.isConnected === true;
  if (isLost && focused instanceof HTMLElement) focused.focus({ preventScroll: true });
}

let isUnderWay = false;
let isWanted = false;

/** Fetches this page again and shows what changed; calls while one is under way count as one more. */
export async function refresh(): Promise<void> {
  isWanted = true;
  if (isUnderWay) return;
  isUnderWay = true;
  try {
    while (isWanted) {
      isWanted = false;
      const answer = await fetch(location.href, { headers: { accept: "text/html" } });
      if (answer.ok) show(await answer.text());
    }
  } finally {
    isUnderWay = false;
  }
}
