import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { startSandbox } from "../../start-sandbox";
import type { Sandbox } from "../../start-sandbox";
import { api, call } from "../../testing/call";
import { eventually } from "../../testing/eventually";
import { LiveHub } from "./live-hub";

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());
beforeEach(() => {
  sandbox.freshbooks.control.reset();
  sandbox.pipedrive.control.reset();
});

interface Watching {
  /** Names of the events that came, in order. */
  readonly events: readonly string[];
  leave(): void;
  readonly ended: Promise<void>;
}

/** Listens as an open page does; gives itself back once the server greets it. */
async function watch(url: string): Promise<Watching> {
  const leaving = new AbortController();
  const answer = await fetch(`${url}/_live`, { signal: leaving.signal });
  expect(answer.headers.get("content-type")).toContain("text/event-stream");
  const events: string[] = [];
  const read = async () => {
    for await (const text of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      events.push(...[...text.matchAll(/^event: (\w+)$/gm)].map(([, name = ""]) => name));
    }
  };
  const ended = read().catch(() => undefined);
  await eventually(() => events.find((name) => name === "hello"), "the greeting");
  return {
    events,
    ended,
    leave: () => {
      leaving.abort();
    },
  };
}

function changes({ events }: Watching): number {
  return events.filter((name) => name === "changed").length;
}

async function changedAfter(watching: Watching, before: number): Promise<void> {
  await eventually(() => (changes(watching) > before ? true : undefined), "word of the change");
}

describe("open pages are told", () => {
  it("of control verbs over HTTP and in code, and of calls to the API", async () => {
    const watching = await watch(sandbox.pipedrive.url);
    await api(sandbox.pipedrive.url).post("/_control/deals", { title: "Over HTTP" });
    await changedAfter(watching, 0);
    let before = changes(watching);
    sandbox.pipedrive.control.createDeal({ title: "In code" });
    await changedAfter(watching, before);
    before = changes(watching);
    const token = String(sandbox.pipedrive.control.state().users[0]?.["apiToken"]);
    await call(`${sandbox.pipedrive.url}/api/v2/deals`, { headers: { "x-api-token": token } });
    await changedAfter(watching, before);
    watching.leave();
  });

  it("of the clock and of a reset", async () => {
    const watching = await watch(sandbox.freshbooks.url);
    sandbox.freshbooks.control.moveClock({ advanceMs: 86_400_000 });
    await changedAfter(watching, 0);
    const before = changes(watching);
    sandbox.freshbooks.control.createClient({ organization: "Acme" });
    await changedAfter(watching, before);
    const beforeReset = changes(watching);
    sandbox.freshbooks.control.reset();
    await changedAfter(watching, beforeReset);
    watching.leave();
  });

  it("not by reading pages, which would go on for ever", async () => {
    sandbox.freshbooks.control.moveClock({ frozen: true });
    const watching = await watch(sandbox.freshbooks.url);
    for (const path of ["/", "/clients", "/_page/style.css", "/_page/main", "/_control/health"]) {
      expect((await call(`${sandbox.freshbooks.url}${path}`)).status).toBe(200);
    }
    await call(`${sandbox.freshbooks.url}/_control/clients`, { method: "POST", body: "{}" });
    await changedAfter(watching, 0);
    expect(changes(watching)).toBe(1);
    watching.leave();
  });

  it("until the sandbox stops, which open pages do not hold up", async () => {
    const other = await startSandbox();
    const watching = await watch(other.freshbooks.url);
    await other.stop();
    await watching.ended;
  });
});

describe("the hub", () => {
  it("looks at nothing while nobody listens", () => {
    let looks = 0;
    const hub = new LiveHub(() => String((looks += 1)));
    hub.tell();
    expect(looks).toBe(0);
    let told = 0;
    const leave = hub.listen(() => {
      told += 1;
    });
    hub.tell();
    expect(told).toBe(1);
    leave();
    const looked = looks;
    hub.tell();
    expect([told, looks, hub.listeners]).toEqual([1, looked, 0]);
  });

  it("finds by its mark what nobody told it", async () => {
    let mark = "a";
    let told = 0;
    const hub = new LiveHub(() => mark);
    const leave = hub.listen(() => {
      told += 1;
    });
    mark = "b";
    await eventually(() => (told > 0 ? true : undefined), "the change to be found");
    leave();
    expect(told).toBe(1);
  });
});

describe("the pages' scripts and styles", () => {
  it("are served as the browser needs them", async () => {
    for (const name of ["main", "board", "forms", "live", "morph", "refresh"]) {
      const answer = await call(`${sandbox.freshbooks.url}/_page/${name}`);
      expect(answer.headers.get("content-type"), name).toContain("text/javascript");
      expect(answer.text, name).not.toMatch(/import type|: string|interface /);
      for (const [, imported = ""] of answer.text.matchAll(/from "\.\/([^"]+)"/g)) {
        expect((await call(`${sandbox.freshbooks.url}/_page/${imported}`)).status, imported).toBe(200);
      }
    }
    expect((await call(`${sandbox.freshbooks.url}/_page/style.css`)).text).toContain(".board");
    expect((await call(`${sandbox.freshbooks.url}/_page/..%2Fconsent`)).status).toBe(404);
  });
});
