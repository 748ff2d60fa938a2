import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";

import { startSandbox } from "@/sandbox/start-sandbox";

import { say } from "../lib/say";
import { sayAbsent } from "./absent";
import { createJudge } from "./deviations";
import { factsOf } from "./facts-of";
import { operationDeviations } from "./operation-deviations";
import { readSpecification } from "./specification";
import type { SpecifiedOperation } from "./specification";
import { schemaShape } from "./schema";
import { queryFacts } from "./query-facts";

/*
 * The sandbox shows the schemas it parses calls with; here each is held against Pipedrive's own description of the same
 * operation, line by line and in both directions.
 */
const served = z.object({
  operations: z.array(
    z.object({
      method: z.string(),
      path: z.string(),
      cost: z.number(),
      scopes: z.array(z.string()),
      query: schemaShape.nullable(),
      body: schemaShape.nullable(),
    }),
  ),
});

type ServedOperation = z.output<typeof served>["operations"][number];

const specification = readSpecification();
const sandbox = await startSandbox();
const answer = await fetch(`${sandbox.pipedrive.url}/_control/operations`);
const { operations } = served.parse(await answer.json());
const judge = createJudge(operationDeviations);
let unexplained = 0;

afterAll(() => sandbox.stop());

function sandboxFacts({ cost, scopes, query, body }: ServedOperation): string[] {
  return [
    `costs ${cost}`,
    ...scopes.map((scope) => `is open to ${scope}`),
    ...(query ? queryFacts(query) : []),
    ...(body ? factsOf("body", body) : []),
  ];
}

function specifiedFacts({ cost, scopes, query, body }: SpecifiedOperation): string[] {
  return [
    `costs ${cost}`,
    ...scopes.map((scope) => `is open to ${scope}`),
    ...queryFacts({
      properties: Object.fromEntries(query.map(({ name, schema }) => [name, schema])),
      required: query.filter(({ isRequired }) => isRequired).map(({ name }) => name),
    }),
    ...(body ? factsOf("body", body) : []),
  ];
}

function expectOnly(id: string, marked: string, facts: readonly string[], others: readonly string[]) {
  const left = judge.unexplained(
    id,
    facts.filter((fact) => !others.includes(fact)).map((fact) => `${marked} ${fact}`),
  );
  unexplained += left.length;
  expect(left).toEqual([]);
}

describe("the sandbox's operations, by Pipedrive's OpenAPI files", () => {
  if (specification === null) {
    it.skip(sayAbsent("pipedrive: operations"), () => undefined);
    return;
  }

  const pairs = operations.map((operation) => {
    const id = `${operation.method} ${operation.path}`;
    return [id, operation, specification.get(id)] as const;
  });

  it.each(pairs)("%s: all that the sandbox says, the files say", (id, operation, specified) => {
    expectOnly(id, "sandbox only:", sandboxFacts(operation), specified ? specifiedFacts(specified) : []);
  });

  it.each(pairs)("%s: all that the files say, the sandbox says", (id, operation, specified) => {
    expectOnly(id, "files only:", specified ? specifiedFacts(specified) : [], sandboxFacts(operation));
  });

  it("has no expected deviation that does not occur", () => {
    expect(judge.unused()).toEqual([]);
  });

  it("counts operations and deviations", () => {
    const expected = operationDeviations.length;
    say(
      `pipedrive: ${pairs.length} operations × 2 directions by the OpenAPI files, ${expected} expected deviations, ${unexplained} unexplained`,
    );
    expect({ unexplained, isMuch: pairs.length >= 40 }).toEqual({ unexplained: 0, isMuch: true });
  });
});
