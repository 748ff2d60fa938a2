import { z } from "zod";

import type { Caller, CompanyCaller } from "../caller";
import type { Company } from "../company";
import { parseStrict, validationFailed } from "../errors";

type Method = "DELETE" | "GET" | "PATCH" | "POST" | "PUT";

/** A call as it arrives at an operation: who makes it, and what it holds, not yet looked at. */
export interface RawCall extends CompanyCaller {
  /** Path parameters by name. */
  readonly params: ReadonlyMap<string, string>;
  readonly query: Readonly<Record<string, string>>;
  /** Reads the JSON body. */
  readonly readBody: () => Promise<unknown>;
}

/** A call whose query and body have passed the operation's schemas. */
export interface Call<Q, B> {
  readonly company: Company;
  readonly caller: Caller;
  readonly params: ReadonlyMap<string, string>;
  readonly query: Q;
  readonly body: B;
}

/** One operation of the API: what it costs, which scopes open it, what it takes (facts §1, §3.2). */
export interface Operation {
  readonly method: Method;
  /** As documented, with path parameters in braces. */
  readonly path: string;
  readonly cost: number;
  /** Any of these; `base` alone: every token has it. */
  readonly scopes: readonly string[];
  /** Whether the window of searches counts it. */
  readonly isSearch: boolean;
  readonly query: z.ZodType;
  readonly body: z.ZodType;
  /** Status of a success. */
  readonly status: 200 | 201;
  /** Carries the call out and gives the body of the answer. */
  run(call: RawCall): Promise<object>;
}

/** Schemas of what an operation does not take. */
export const noQuery = z.strictObject({});
export const noBody = z.undefined();

interface Row<Q extends z.ZodType, B extends z.ZodType> {
  readonly method: Method;
  readonly path: string;
  readonly cost: number;
  readonly scopes: readonly string[];
  readonly query: Q;
  readonly body: B;
  readonly status?: 201;
  readonly handle: (call: Call<z.output<Q>, z.output<B>>) => object;
}

/** Ties one operation's price, scopes, schemas and work together. */
export function operation<Q extends z.ZodType, B extends z.ZodType>(row: Row<Q, B>): Operation {
  const { method, path, cost, scopes, query, body, status, handle } = row;
  return {
    ...{ method, path, cost, scopes, query, body },
    status: status ?? 200,
    isSearch: /search/i.test(path),
    run: async ({ company, caller, params, query: rawQuery, readBody }) => {
      const parsedQuery = parseStrict(query, rawQuery);
      const rawBody = body instanceof z.ZodUndefined ? undefined : await readBody();
      const parsedBody = parseStrict(body, rawBody);
      return handle({ company, caller, params, query: parsedQuery, body: parsedBody });
    },
  };
}

/** Where an operation is, what it costs and which scopes open it: the first half of a row. */
export function route(method: Method, path: string, cost: number, scopes: readonly string[]) {
  return { method, path, cost, scopes };
}

/** The numeric id of a path. */
export function idOf(call: { readonly params: ReadonlyMap<string, string> }, name = "id"): number {
  const text = call.params.get(name) ?? "";
  if (/^\d+$/.test(text)) return Number(text);
  throw validationFailed(`${name}: Expected number`);
}
