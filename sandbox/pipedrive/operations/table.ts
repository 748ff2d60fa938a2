import { dealOperations } from "./deals";
import { fieldOperations } from "./fields";
import { filterOperations } from "./filters";
import { mergeOperations } from "./merges";
import type { Operation } from "./operation";
import { organizationOperations } from "./organizations";
import { personOperations } from "./persons";
import { pipelineOperations } from "./pipelines";
import { searchOperations } from "./searches";
import { stageOperations } from "./stages";
import { userOperations } from "./users";
import { webhookOperations } from "./webhooks";

/** Every operation that is served. */
export const OPERATIONS: readonly Operation[] = [
  ...searchOperations,
  ...dealOperations,
  ...organizationOperations,
  ...personOperations,
  ...pipelineOperations,
  ...stageOperations,
  ...fieldOperations,
  ...userOperations,
  ...mergeOperations,
  ...filterOperations,
  ...webhookOperations,
];

interface Served {
  readonly operation: Operation;
  readonly pattern: RegExp;
  readonly names: readonly string[];
}

/** An operation found, with the parameters of its path. */
export interface FoundOperation {
  readonly operation: Operation;
  readonly params: ReadonlyMap<string, string>;
}

// Method and resource ("GET deals") narrow the search to a few patterns.
function bucketOf(method: string, path: string): string {
  return `${method} ${path.split("/", 4).slice(2).join("/")}`;
}

function served(operation: Operation): Served {
  const names = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  return { operation, names, pattern: new RegExp(`^${operation.path.replace(/\{\w+\}/g, "([^/]+)")}$`) };
}

function bucketed(): Map<string, Served[]> {
  const buckets = new Map<string, Served[]>();
  // Fixed paths come before those with parameters, so that "/deals/archived" is no deal.
  const fixedFirst = OPERATIONS.map(served).sort((a, b) => a.names.length - b.names.length);
  for (const one of fixedFirst) {
    const key = bucketOf(one.operation.method, one.operation.path);
    buckets.set(key, [...(buckets.get(key) ?? []), one]);
  }
  return buckets;
}

const BUCKETS = bucketed();

/** The operation of a call; `undefined` for a path that nobody serves. */
export function findOperation(method: string, path: string): FoundOperation | undefined {
  for (const { operation, pattern, names } of BUCKETS.get(bucketOf(method, path)) ?? []) {
    const match = pattern.exec(path);
    if (match === null) continue;
    const params = new Map(names.map((name, index) => [name, decodeURIComponent(match[index + 1] ?? "")]));
    return { operation, params };
  }
  return undefined;
}
