import { z } from "zod";

import type { Caller } from "../caller";
import type { Company } from "../company";
import type { CompanyCaller } from "../company-caller";
import { parseStrict, validationFailed } from "../errors";
import { withoutNulls } from "./without-nulls";

type Method = "DELETE" | "GET" | "PATCH" | "POST" | "PUT";

type Params = ReadonlyMap<string, string>;

/** A call as it arrives at an operation: who makes it, and what it holds, not yet looked at. */
export interface RawCall extends CompanyCaller {
  /** Path parameters by name. */
  readonly params: Params;
  readonly query: Readonly<Record<string, string>>;
  /** Reads the JSON body. */
  readonly readBody: () => Promise<unknown>;
}

/** A call whose query and body have passed the operation's schemas. */
export interface Call<Q, B> {
  readonly company: Company;
  readonly caller: Caller;
  readonly params: Params;
  readonly query: Q;
  readonly body: B;
  /** Properties set to `null` against the specification, where the server is switched to let that through. */
  readonly cleared: ReadonlySet<string>;
}

/** One operation of the API: what it costs, which scopes open it, what it takes (facts §1, §3.2). */
export interface Operation {
  readonly method: Method;
  /** As documented, with path parameters in braces. */
  readonly path: string;
  readonly cost: number;
  /** Any of these; `base` alone: every token has it. */
  readonly scopes: readonly string[];
  /** Whether the user must be an administrator, whatever the token may do. */
  readonly isAdminOnly: boolean;
  /** Whether the window of searches counts it. */
  readonly isSearch: boolean;
  readonly query: z.ZodType;
  readonly body: z.ZodType;
  /** Status of a success. */
  readonly status: 200 | 201;
  /** Carries the call out and gives the body of the answer. */
  readonly run: (call: RawCall) => Promise<object>;
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
  readonly isAdminOnly?: true;
  /** Properties that a lenient server lets be cleared with `null` (facts §13.3). */
  readonly clearable?: readonly string[];
  readonly handle: (call: Call<z.output<Q>, z.output<B>>) => object;
}

/** Ties one operation's price, scopes, schemas and work together. */
export function operation<Q extends z.ZodType, B extends z.ZodType>(row: Row<Q, B>): Operation {
  const { method, path, cost, scopes, query, body, clearable = [], handle } = row;
  return {
    ...{ method, path, cost, scopes, query, body },
    status: row.status ?? 200,
    isAdminOnly: row.isAdminOnly ?? false,
    isSearch: /search/i.test(path),
    run: async ({ company, caller, params, query: rawQuery, readBody }) => {
      const parsedQuery = parseStrict(query, rawQuery);
      const isLenient = company.switches.nullForNonNullable === "accepted";
      const rawBody = body instanceof z.ZodUndefined ? undefined : await readBody();
      const { kept, cleared } = withoutNulls(rawBody, isLenient ? clearable : []);
      return handle({ company, caller, params, query: parsedQuery, body: parseStrict(body, kept), cleared });
    },
  };
}

/** Where an operation is, what it costs and which scopes open it: the first half of a row. */
export function route(method: Method, path: string, cost: number, scopes: readonly string[]) {
  return { method, path, cost, scopes };
}

/** The numeric id of a path. */
export function idOf(call: { readonly params: Params }, name = "id"): number {
  const text = call.params.get(name) ?? "";
  if (/^\d+$/.test(text)) return Number(text);
  throw validationFailed(`${name}: Expected number`);
}
