import { UnsupportedFunctionError } from "../errors";
import { parseCron } from "../pure/cron-schedule";
import type { CronSchedule } from "../pure/cron-schedule";
import { parseDurationMs } from "../pure/duration";
import { compileExpression } from "../pure/expression";
import type { Expression, ExpressionScope } from "../pure/expression";
import type { CancelRule, ConcurrencyRule, EngineFunction, EventTrigger } from "./engine-function";
import { functionConfigSchema } from "./function-config";
import type { FunctionConfig } from "./function-config";

/** Retries when a function does not say: four, so five attempts (protocol facts §3). */
const defaultRetries = 4;
const second = 1_000;
const week = 7 * 86_400 * second;

/** Features of Inngest that the engine knows by name and does not have, with what to do instead. */
const refusedFeatures: Readonly<Record<string, string>> = {
  batchEvents: "events are not batched; take them one by one.",
  rateLimit: "events are not dropped by rate; use throttle, debounce or idempotency.",
  singleton: "use concurrency with a key, and a lock of your own where runs must exclude each other.",
  timeouts: "runs have no time limits of their own; limit the work inside the steps.",
};

class Compiler {
  constructor(private readonly id: string) {}

  refuse(feature: string, reason: string, cause?: unknown): never {
    throw new UnsupportedFunctionError(this.id, feature, reason, { cause });
  }

  expression(feature: string, text: string | undefined, scope: ExpressionScope = "event"): Expression | null {
    if (text === undefined) return null;
    try {
      return compileExpression(text, scope);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return this.refuse(feature, `the expression \`${text}\` does not compile: ${message}`, error);
    }
  }

  duration(feature: string, text: string, leastMs: number, mostMs: number): number {
    const ms = parseDurationMs(text);
    if (ms === null) return this.refuse(feature, `"${text}" is not a duration like 30s, 5m or 1h30m.`);
    if (ms < leastMs || ms > mostMs) return this.refuse(feature, `"${text}" is out of range.`);
    return ms;
  }

  schedule(expression: string): CronSchedule {
    try {
      return parseCron(expression);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return this.refuse("cron", `"${expression}" is not a schedule: ${message}`, error);
    }
  }

  trigger(event: string, condition: string | undefined): EventTrigger {
    if (event.includes("*")) this.refuse("wildcard trigger", `"${event}" names no single event.`);
    return { event, condition: this.expression("trigger condition", condition) };
  }

  concurrency(config: FunctionConfig["concurrency"]): ConcurrencyRule[] {
    if (config === undefined) return [];
    const rules =
      typeof config === "number" ? [{ limit: config }] : Array.isArray(config) ? config : [config];
    if (rules.length > 2) this.refuse("concurrency", "at most two limits are possible.");
    return rules
      .map((rule: { limit: number; key?: string | undefined; scope?: string | undefined }) => {
        if (rule.scope !== undefined && rule.scope !== "fn") {
          this.refuse("concurrency scope", `"${rule.scope}" is not known; limits hold within the function.`);
        }
        return { limit: rule.limit, key: this.expression("concurrency key", rule.key) };
      })
      .filter((rule) => rule.limit > 0);
  }

  cancel(rule: NonNullable<FunctionConfig["cancel"]>[number]): CancelRule {
    if (rule.event.includes("*")) this.refuse("cancelOn", `"${rule.event}" names no single event.`);
    const { timeout } = rule;
    return {
      event: rule.event,
      condition: this.expression("cancelOn condition", rule.if, "event and async"),
      timeoutMs: timeout === undefined ? null : this.duration("cancelOn timeout", timeout, second, 53 * week),
    };
  }
}

function parseConfig(id: string, config: unknown): FunctionConfig {
  const result = functionConfigSchema.safeParse(config);
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    if (issue.code !== "unrecognized_keys") continue;
    for (const key of issue.keys) {
      throw new UnsupportedFunctionError(id, key, refusedFeatures[key] ?? "the engine does not know it.");
    }
  }
  const issue = result.error.issues[0];
  throw new UnsupportedFunctionError(
    id,
    issue?.path.join(".") ?? "configuration",
    issue?.message ?? "unreadable",
  );
}

function flowControl(
  compiler: Compiler,
  config: FunctionConfig,
): Pick<EngineFunction, "throttle" | "debounce"> {
  const { throttle, debounce } = config;
  return {
    throttle: throttle
      ? {
          limit: throttle.limit,
          burst: throttle.burst ?? 0,
          periodMs: compiler.duration("throttle period", throttle.period, second, week),
          key: compiler.expression("throttle key", throttle.key),
        }
      : null,
    debounce: debounce
      ? {
          periodMs: compiler.duration("debounce period", debounce.period, second, week),
          timeoutMs:
            debounce.timeout === undefined
              ? null
              : compiler.duration("debounce timeout", debounce.timeout, second, week),
          key: compiler.expression("debounce key", debounce.key),
        }
      : null,
  };
}

/**
 * Understands one registered function. Throws `UnsupportedFunctionError`, naming the function and the feature, for all
 * that the engine does not do (design §6).
 */
export function compileFunction(id: string, raw: unknown): EngineFunction {
  const config = parseConfig(id, raw);
  const compiler = new Compiler(id);
  const crons = config.triggers.flatMap((trigger) => ("cron" in trigger ? [trigger] : []));
  if (crons.some((trigger) => trigger.jitter !== undefined)) {
    compiler.refuse("cron jitter", "ticks start on time.");
  }
  if (crons.length > 0 && config.debounce) compiler.refuse("debounce", "a cron trigger cannot be debounced.");
  return {
    id,
    name: config.name,
    maxAttempts: (config.steps["step"]?.retries?.attempts ?? defaultRetries) + 1,
    events: config.triggers.flatMap((trigger) =>
      "event" in trigger ? [compiler.trigger(trigger.event, trigger.expression)] : [],
    ),
    crons: crons.map((trigger) => compiler.schedule(trigger.cron)),
    idempotency: compiler.expression("idempotency", config.idempotency),
    concurrency: compiler.concurrency(config.concurrency),
    ...flowControl(compiler, config),
    priority: compiler.expression("priority", config.priority?.run),
    cancelOn: (config.cancel ?? []).map((rule) => compiler.cancel(rule)),
  };
}
