import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";

import { startSandbox } from "@/sandbox/start-sandbox";

import { say } from "../lib/say";
import { sayAbsent } from "./absent";
import { answerDeviations } from "./answer-deviations";
import { answerMistakes } from "./answer-mistakes";
import { createJudge } from "./deviations";
import { drives } from "./drives";
import { mistakesOf } from "./mistakes-of";
import { pipedriveApi } from "./pipedrive-api";
import { proseRules } from "./prose-rules";
import { readSpecification } from "./specification";
import { wrongCalls } from "./wrong-calls";

/*
 * Every operation that the sandbox serves is called, well and badly; each answer is held against the response schema of
 * that operation, and what the specification does not allow must be refused.
 */
const served = z.object({ operations: z.array(z.object({ method: z.string(), path: z.string() })) });
const users = z.array(z.looseObject({ apiToken: z.string(), isAdmin: z.boolean() }));

const specification = readSpecification();
const sandbox = await startSandbox();
const { control, url } = sandbox.pipedrive;
const listed = await fetch(`${url}/_control/operations`);
const operations = served
  .parse(await listed.json())
  .operations.map(({ method, path }) => [`${method} ${path}`, method] as const);
const admin = users.parse(control.state().users).find(({ isAdmin }) => isAdmin);
const judge = createJudge(answerDeviations);
const api = pipedriveApi(url, admin?.apiToken ?? "", (ms) => {
  control.advanceClock(ms);
});
/** Longer than the window in which calls are counted (facts §6). */
const WINDOW_MS = 3000;
let unexplained = 0;

// A company has room for so many calls and fields: each test has one of its own, with the same tokens.
beforeEach(() => {
  control.reset();
});
afterEach(({ task }) => {
  if (task.result?.state === "fail") unexplained += 1;
});
afterAll(() => sandbox.stop());

const rules = proseRules.map((rule) => [`${rule.name} (${rule.source})`, rule] as const);

/** In place of an id or a field's code. */
const NOBODY_HAS = "/999999999";

/** What every refusal holds, whatever else (facts §7). */
const refusal = {
  type: "object",
  required: ["success", "error"],
  properties: { success: { enum: [false] }, error: { type: "string", minLength: 1 } },
};

describe("what Pipedrive refuses by its documents, not by its schemas", () => {
  it.each(rules)("%s", async (_, { method, call }) => {
    const { status, body } = await api.call(method, call);
    expect({ status, mistakes: mistakesOf("answer", refusal, body) }).toEqual({ status: 400, mistakes: [] });
  });
});

describe("every answer, by Pipedrive's OpenAPI files", () => {
  if (specification === null) {
    it.skip(sayAbsent("pipedrive: answers of every operation"), () => undefined);
    return;
  }

  it.each(operations)("%s answers as specified", async (id, method) => {
    const specified = specification.get(id);
    const calls = (await drives.get(id)?.(api)) ?? [];
    expect({ isSpecified: specified !== undefined, isDriven: calls.length > 0 }).toEqual({
      isSpecified: true,
      isDriven: true,
    });
    for (const call of calls) {
      const { status, body } = await api.call(method, call);
      const mistakes = specified ? answerMistakes(specified, status, body) : [];
      expect({
        status,
        left: judge.unexplained(id, mistakes),
        body: status < 300 ? undefined : body,
      }).toEqual({
        status: id === `POST /api/v1/webhooks` ? 201 : 200,
        left: [],
        body: undefined,
      });
    }
  });

  it.each(operations)("%s refuses who is nobody", async (id, method) => {
    const [call] = (await drives.get(id)?.(api)) ?? [];
    const { status, body } = await api.call(method, call ?? { path: "/" }, null);
    const schema = specification.get(id)?.answers.get(401) ?? refusal;
    expect({ status, mistakes: mistakesOf("answer", schema, body) }).toEqual({ status: 401, mistakes: [] });
  });

  const onOne = operations.filter(([id]) => id.includes("{"));
  it.each(onOne)("%s says when there is none", async (id, method) => {
    const [call] = (await drives.get(id)?.(api)) ?? [];
    const path = call?.path.replace(/\/(\d+|[0-9a-f]{40})(?=\/|$)/, NOBODY_HAS) ?? "/";
    const { status, body } = await api.call(method, { ...call, path });
    const schema = specification.get(id)?.answers.get(404) ?? refusal;
    expect({ status, mistakes: mistakesOf("answer", schema, body) }).toEqual({ status: 404, mistakes: [] });
  });

  it.each(operations)("%s refuses what the files do not allow", async (id, method) => {
    const specified = specification.get(id);
    const [call] = (await drives.get(id)?.(api)) ?? [];
    const taken: string[] = [];
    for (const wrong of specified && call ? wrongCalls(specified, call) : []) {
      control.advanceClock(WINDOW_MS);
      const { status, body } = await api.call(method, wrong.call);
      const mistakes = mistakesOf("answer", refusal, body);
      if (status !== 400 || mistakes.length > 0)
        taken.push(`${wrong.name}: ${status} ${mistakes.join(", ")}`);
    }
    expect(judge.unexplained(id, taken)).toEqual([]);
  });

  it("has no expected deviation that does not occur", () => {
    expect(judge.unused()).toEqual([]);
  });

  it("counts operations and deviations", () => {
    const expected = answerDeviations.length;
    say(
      `pipedrive: ${operations.length} operations answered, ${expected} expected deviations from the OpenAPI files, ${unexplained} unexplained`,
    );
    expect({ unexplained, isMuch: operations.length >= 40 }).toEqual({ unexplained: 0, isMuch: true });
  });
});
