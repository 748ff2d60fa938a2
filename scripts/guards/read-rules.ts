import path from "node:path";
import { pathToFileURL } from "node:url";

import type { ICruiseOptions } from "dependency-cruiser";
import { z } from "zod";

const ruleSchema = z.custom<NonNullable<NonNullable<ICruiseOptions["ruleSet"]>["forbidden"]>[number]>(
  (value) => typeof value === "object" && value !== null && "name" in value,
);
const moduleSchema = z.object({ default: z.object({ forbidden: z.array(ruleSchema) }) });

/** The rules of the repository's own `.dependency-cruiser.mjs`, to be tried on other trees. */
export async function readRules(root: string): Promise<ICruiseOptions> {
  const file = pathToFileURL(path.join(root, ".dependency-cruiser.mjs")).href;
  const { forbidden } = moduleSchema.parse(await import(file)).default;
  return {
    ruleSet: { forbidden },
    validate: true,
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
  };
}
