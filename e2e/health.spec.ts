import { expect } from "@playwright/test";

import { test } from "./fixtures";

test("health is open, and says which part does its work", async ({ request }) => {
  const answer = await request.get("/api/health");
  expect(answer.status()).toBe(200);
  expect(answer.headers()["cache-control"]).toContain("no-store");
  expect(await answer.json()).toMatchObject({
    ok: true,
    database: "ok",
    engine: "embedded",
    migration: expect.stringMatching(/^\d{14}_/),
  });
});

test("metrics are for whoever bears the token", async ({ request, stack }) => {
  const ask = (authorization?: string) =>
    request.get("/api/metrics", authorization === undefined ? {} : { headers: { authorization } });
  expect((await ask()).status()).toBe(401);
  expect((await ask("Bearer wrong")).status()).toBe(401);
  expect((await ask(stack.metricsToken)).status()).toBe(401);
  expect(await (await ask("Bearer wrong")).text()).toBe("");

  const answer = await ask(`Bearer ${stack.metricsToken}`);
  expect(answer.status()).toBe(200);
  expect(answer.headers()["content-type"]).toContain("text/plain");
  expect(await answer.text()).toMatch(/^ml_connector_up 1$/m);
});

test("the engine's door is shut to whoever does not sign", async ({ request }) => {
  const body = { event: { name: "sync/invoice.requested", data: {} }, ctx: {}, steps: {} };
  const answer = await request.post("/api/inngest?fnId=sync-invoice&stepId=step", { data: body });
  expect(answer.status()).toBe(401);
});
