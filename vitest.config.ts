import path from "node:path";

import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";

process.env["TZ"] = "UTC";

const OUTSIDE = ["**/node_modules/**", "**/.next/**", "**/.data/**"];
const SPECIAL = ["property", "contract", "integration"];
const GUARDS = "scripts/guards/**/*.test.ts";

/** One project per suffix: what a test needs to run is written in its name. */
function bySuffix(name: string): TestProjectInlineConfiguration {
  return { extends: true, test: { name, include: [`**/*.${name}.test.{ts,tsx}`] } };
}

export default defineConfig({
  resolve: {
    alias: {
      "@": import.meta.dirname,
      "server-only": path.join(import.meta.dirname, "server", "testing", "empty.ts"),
    },
  },
  test: {
    env: { TZ: "UTC" },
    pool: "forks",
    maxWorkers: 2,
    setupFiles: ["server/testing/fail-on-output.ts"],
    exclude: OUTSIDE,
    passWithNoTests: false,
    // A test's own deadlines say what is slow; this one only ends what hangs, on a busy machine too.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: [`**/*.test.{ts,tsx}`],
          exclude: [...OUTSIDE, GUARDS, ...SPECIAL.map((suffix) => `**/*.${suffix}.test.{ts,tsx}`)],
        },
      },
      bySuffix("property"),
      bySuffix("contract"),
      {
        extends: true,
        test: {
          name: "integration",
          include: [`**/*.integration.test.ts`],
          globalSetup: ["server/testing/database-server.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "guards",
          include: [GUARDS],
          // One worker for all: the typed lint reads the whole repository once, which takes its time on a busy machine.
          fileParallelism: false,
          isolate: false,
          testTimeout: 300_000,
        },
      },
    ],
  },
});
