import { Environment } from "@marcbachmann/cel-js";
import type { ASTNode } from "@marcbachmann/cel-js";
import { isJsonObject } from "./json";
import type { Json } from "./json";

/** What an expression may speak of: the run's trigger, and for cancellations the arriving event. */
export type ExpressionInput = { event: Json; async?: Json };

/** An expression of a function's configuration, compiled. */
export type Expression = {
  text: string;
  /** The value, or undefined when the expression cannot be evaluated for this event. */
  evaluate(input: ExpressionInput): Json;
  /** Whether the value is exactly true; an expression that fails does not match. */
  matches(input: ExpressionInput): boolean;
};

/** Which names an expression may use: triggers and keys know the event alone. */
export type ExpressionScope = "event" | "event and async";

/** An expression that the engine does not understand. */
export class ExpressionError extends Error {
  override readonly name = "ExpressionError";
}

type Path = readonly string[];

function environment(scope: ExpressionScope): Environment {
  const base = new Environment({ homogeneousAggregateLiterals: false }).registerVariable("event", "dyn");
  if (scope === "event and async") base.registerVariable("async", "dyn");
  return base
    .registerOperator("string + double", (left: string, right: number) => left + String(right))
    .registerOperator("double + string", (left: number, right: string) => String(left) + right)
    .registerOperator("string + null", (left: string) => left)
    .registerOperator("null + string", (_left: null, right: string) => right);
}

const environments = { event: environment("event"), "event and async": environment("event and async") };

function isNode(value: unknown): value is ASTNode {
  return isJsonObject(value) && typeof value["op"] === "string" && "args" in value;
}

function pathOf(node: ASTNode): Path | null {
  if (node.op === "id") return [node.args];
  if (node.op !== ".") return null;
  const parent = pathOf(node.args[0]);
  return parent && [...parent, node.args[1]];
}

type Paths = { read: Path[]; guarded: Path[] };

function collectPaths(node: ASTNode, into: Paths): void {
  const isGuard = node.op === "call" && node.args[0] === "has";
  const path = pathOf(node);
  if (path && path.length > 1) into.read.push(path);
  const children: unknown[] = [node.args].flat(3);
  for (const child of children) {
    if (!isNode(child)) continue;
    const guarded = isGuard ? pathOf(child) : null;
    if (guarded) into.guarded.push(guarded);
    else collectPaths(child, into);
  }
}

/** The paths that are read as null when they lead nowhere: not those that `has(x)` asks for, and what lies below. */
function nullablePaths(ast: ASTNode): Path[] {
  const paths: Paths = { read: [], guarded: [] };
  collectPaths(ast, paths);
  const guards = paths.guarded.map((guard) => `${guard.join(".")}.`);
  return paths.read.filter((path) => !guards.some((guard) => `${path.join(".")}.`.startsWith(guard)));
}

/** The value with a null where the path leads nowhere, as the real server reads a missing attribute (§10). */
function withNullAt(value: Json, path: Path): Json {
  const [head, ...rest] = path;
  if (head === undefined) return value === undefined ? null : value;
  const object = isJsonObject(value) ? value : value === undefined || value === null ? {} : null;
  if (object === null) return value;
  const held = Object.hasOwn(object, head) ? object[head] : undefined;
  const filled = withNullAt(held, rest);
  return filled === held ? object : { ...object, [head]: filled };
}

/**
 * Compiles an expression (CEL, protocol facts §10). A missing attribute counts as null.
 * Throws `ExpressionError` for what does not parse, uses an unknown name, or does not type-check.
 */
export function compileExpression(text: string, scope: ExpressionScope): Expression {
  const parsed = parse(text, scope);
  const paths = nullablePaths(parsed.ast);
  const evaluate = (input: ExpressionInput): Json => {
    let context: Json =
      scope === "event" ? { event: input.event } : { event: input.event, async: input.async };
    for (const path of paths) context = withNullAt(context, path);
    try {
      const value: unknown = parsed(isJsonObject(context) ? context : {});
      return value;
    } catch (error) {
      // Which events an expression can be evaluated for is data, not a fault: the callers know what to do without it.
      if (error instanceof Error) return undefined;
      throw error;
    }
  };
  return { text, evaluate, matches: (input) => evaluate(input) === true };
}

function parse(text: string, scope: ExpressionScope): ReturnType<Environment["parse"]> {
  try {
    const parsed = environments[scope].parse(text);
    const check = parsed.check();
    if (!check.valid) throw new ExpressionError(check.error?.message ?? "it does not type-check");
    return parsed;
  } catch (error) {
    if (error instanceof ExpressionError) throw error;
    throw new ExpressionError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

/**
 * The text by which events share a key. Null, missing and wrong values count as `false`, so that all such events share
 * one key, as on the real server (§8).
 */
export function keyText(expression: Expression | null, event: Json): string {
  if (!expression) return "";
  const value = expression.evaluate({ event });
  if (value === undefined || value === null) return "false";
  if (typeof value === "string") return value;
  if (typeof value === "bigint" || typeof value === "number" || typeof value === "boolean")
    return String(value);
  return JSON.stringify(value);
}
