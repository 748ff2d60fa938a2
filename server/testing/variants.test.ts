import { readFileSync } from "node:fs";
import { glob } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { startSandbox } from "@/sandbox/start-sandbox";
import type { Sandbox } from "@/sandbox/start-sandbox";
import { freshbooksVariants } from "./freshbooks-variants";
import { pipedriveVariants } from "./pipedrive-variants";
import { variantsOf } from "./variants";
import { readSwitches } from "./vendor-switches";

const tables = { freshbooks: freshbooksVariants, pipedrive: pipedriveVariants };
const vendors = ["freshbooks", "pipedrive"] as const;

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});

afterAll(() => sandbox.stop());

const rowsSchema = z.record(
  z.string(),
  z.object({
    excused: z.string().min(1).optional(),
    values: z.array(z.unknown()).optional(),
    proof: z.string().optional(),
    each: z.record(z.string(), z.string()).optional(),
  }),
);

async function suites(): Promise<string> {
  const texts: string[] = [];
  for await (const path of glob("server/**/*-variants.*.test.ts")) texts.push(readFileSync(path, "utf8"));
  return texts.join("\n");
}

describe.each(vendors)("the variants of %s", (vendor) => {
  it("name every switch that the stand-in has, and no other", async () => {
    const switches = await readSwitches(sandbox[vendor]);
    expect(Object.keys(tables[vendor]).toSorted()).toEqual(Object.keys(switches).toSorted());
  });

  it("leave out the stand-in's own choice and nothing else", async () => {
    const switches = await readSwitches(sandbox[vendor]);
    for (const { switches: own } of variantsOf(tables[vendor], "default")) {
      expect(switches).toMatchObject(own);
    }
    for (const [name, { each, values }] of Object.entries(rowsSchema.parse(tables[vendor]))) {
      const own = Object.values(each ?? {}).filter((verdict) => verdict === "default");
      if (each) expect(own, name).toHaveLength(1);
      if (values) expect(values, name).not.toContainEqual(switches[name]);
    }
  });

  it("are each run by a suite", async () => {
    const text = await suites();
    const rows = Object.values(rowsSchema.parse(tables[vendor]));
    const proofs = new Set(
      rows.flatMap(({ proof, each }) => [proof ?? [], Object.values(each ?? {})].flat()),
    );
    for (const proof of proofs) {
      if (proof !== "default") expect(text).toContain(`variantsOf(${vendor}Variants, "${proof}")`);
    }
  });
});
