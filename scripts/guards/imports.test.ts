import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { cruise, type ICruiseOptions } from "dependency-cruiser";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { ROOT } from "@/scripts/lib/paths";
import { readRules } from "./read-rules";

describe("the table of rooms", () => {
  let folder: string;
  let options: ICruiseOptions;
  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "rooms-"));
    options = { ...(await readRules(ROOT)), baseDir: folder };
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  /** The names of the rules that a tree of files breaks. */
  async function broken(files: Record<string, string>): Promise<string[]> {
    for (const [name, code] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), code);
    }
    const { output } = await cruise(["."], options);
    if (typeof output === "string") throw new Error("The cruise gave text.");
    return output.summary.violations.map((violation) => violation.rule.name);
  }

  /** One file that imports another, from the top folder down. */
  function pair(from: string, to: string, how = "import { x }"): Record<string, string> {
    const relative = path.relative(path.dirname(from), to).replace(/\.tsx?$/, "");
    const address = relative.startsWith(".") ? relative : `./${relative}`;
    return {
      [from]: `${how} from "${address}";\nexport const y: unknown = 1;\n`,
      [to]: "export const x = 1;\nexport type x = 1;\n",
    };
  }

  it.each([
    ["server/use-cases/sync/a.ts", "server/domain/b.ts"],
    ["server/api/routers/a.ts", "server/use-cases/sync/b.ts"],
    ["server/engine/a.ts", "server/lib/b.ts"],
    ["server/limits/a.ts", "server/db/b.ts"],
    ["components/a.tsx", "server/contracts/b.ts"],
    ["instrumentation.ts", "server/startup/b.ts"],
    ["server/db/a.integration.test.ts", "server/testing/b.ts"],
  ])("lets %s import %s", async (from, to) => {
    expect(await broken(pair(from, to))).toEqual([]);
  });

  it.each([
    ["domain-may-not-import", "server/domain/a.ts", "server/lib/b.ts"],
    ["contracts-may-not-import", "server/contracts/a.ts", "server/db/b.ts"],
    ["lib-may-not-import", "server/lib/a.ts", "server/domain/b.ts"],
    ["db-may-not-import", "server/db/a.ts", "server/use-cases/sync/b.ts"],
    ["vendors-freshbooks-may-not-import", "server/vendors/freshbooks/a.ts", "server/vendors/pipedrive/b.ts"],
    ["vendors-pipedrive-may-not-import", "server/vendors/pipedrive/a.ts", "server/db/b.ts"],
    ["vendors-http-may-not-import", "server/vendors/http/a.ts", "server/vendors/freshbooks/b.ts"],
    ["limits-may-not-import", "server/limits/a.ts", "server/use-cases/sync/b.ts"],
    ["credentials-may-not-import", "server/credentials/a.ts", "server/vendors/freshbooks/client.ts"],
    ["use-cases-may-not-import", "server/use-cases/sync/a.ts", "server/api/b.ts"],
    ["use-cases-may-not-import", "server/use-cases/sync/a.ts", "server/jobs/functions/b.ts"],
    ["the-sync-leans-on-no-other-use-case", "server/use-cases/sync/a.ts", "server/use-cases/overview/b.ts"],
    ["auth-may-not-import", "server/auth/a.ts", "server/api/b.ts"],
    ["api-may-not-import", "server/api/a.ts", "server/db/b.ts"],
    ["jobs-may-not-import", "server/jobs/functions/a.ts", "server/db/b.ts"],
    ["engine-may-not-import", "server/engine/a.ts", "server/domain/b.ts"],
    ["jobs-may-not-import", "server/jobs/a.ts", "server/engine/b.ts"],
    ["app-may-not-import", "app/page.tsx", "server/use-cases/sync/b.ts"],
    ["app-may-not-import", "app/page.tsx", "server/startup/b.ts"],
    ["app-api-may-not-import", "app/api/x/route.ts", "server/engine/b.ts"],
    ["components-may-not-import", "components/a.tsx", "server/lib/b.ts"],
    ["instrumentation-may-not-import", "instrumentation.ts", "server/engine/b.ts"],
    ["sandbox-shares-no-code", "sandbox/a.ts", "server/lib/b.ts"],
    ["sandbox-is-run-not-borrowed", "server/vendors/http/a.ts", "sandbox/lib/b.ts"],
    ["sandbox-is-run-not-borrowed", "server/lib/a.test.ts", "sandbox/freshbooks/b.ts"],
    ["scripts-may-not-import", "scripts/a.ts", "server/lib/b.ts"],
    ["tests-are-not-imported", "server/lib/a.ts", "server/testing/b.ts"],
    ["only-the-router-type", "components/a.tsx", "server/api/root.ts"],
  ])("%s: %s must not import %s", async (rule, from, to) => {
    expect(await broken(pair(from, to))).toContain(rule);
  });

  it("counts an import of a type alone as an import", async () => {
    const files = pair("server/domain/a.ts", "server/lib/b.ts", "import type { x }");
    expect(await broken(files)).toContain("domain-may-not-import");
  });

  it("lets the browser know the router's type", async () => {
    expect(await broken(pair("components/a.tsx", "server/api/root.ts", "import type { x }"))).toEqual([]);
  });

  it.each(["import { a }", "import type { a }"])("refuses a circle of %s", async (how) => {
    const files = {
      "server/lib/a.ts": `${how} from "./b";\nexport const x = 1;\nexport type a = 1;\n`,
      "server/lib/b.ts": `${how} from "./a";\nexport const y = 1;\nexport type a = 1;\nexport const a = 1;\n`,
    };
    expect(await broken(files)).toContain("no-cycles");
  });

  it("refuses what cannot be found", async () => {
    expect(await broken({ "server/lib/a.ts": 'import "./nowhere";\n' })).toContain("resolvable");
  });

  it("keeps the domain free of packages and of Node itself", async () => {
    expect(await broken({ "server/domain/a.ts": 'import "node:fs";\n' })).toContain("domain-packages");
  });
});
