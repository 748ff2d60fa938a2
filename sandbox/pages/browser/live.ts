import { refresh } from "./refresh";

/** How often the page is fetched anew while the server cannot tell of changes. */
const POLL_MS = 3000;

let source: EventSource | undefined;
let polling: number | undefined;

// A server that is gone is asked again at the next turn, or tells of itself when the stream is back.
function refreshQuietly(): void {
  refresh().catch(() => setState("lost"));
}

function setState(state: "live" | "lost" | "polling"): void {
  document.documentElement.dataset["live"] = state;
}

function stopPolling(): void {
  window.clearInterval(polling);
  polling = undefined;
}

function startPolling(): void {
  polling ??= window.setInterval(refreshQuietly, POLL_MS);
}

function listen(): void {
  source = new EventSource("/_live");
  source.addEventListener("hello", () => {
    stopPolling();
    setState("live");
    refreshQuietly();
  });
  source.addEventListener("changed", refreshQuietly);
  source.addEventListener("error", () => {
    setState("polling");
    startPolling();
  });
}

function rest(): void {
  source?.close();
  source = undefined;
  stopPolling();
}

/** Keeps the page as it is on the server, by its events or else by asking; a hidden tab asks nothing. */
export function stayLive(): void {
  const follow = () => {
    rest();
    if (!document.hidden) listen();
  };
  document.addEventListener("visibilitychange", follow);
  window.addEventListener("pagehide", rest);
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) follow();
  });
  follow();
}
