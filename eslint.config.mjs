import js from "@eslint/js";
import checkFile from "eslint-plugin-check-file";
import jsxA11y from "eslint-plugin-jsx-a11y";
import playwright from "eslint-plugin-playwright";
import reactHooks from "eslint-plugin-react-hooks";
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

import { chance, environment, everywhere, network, output, time } from "./scripts/guards/restrictions.mjs";

const TYPESCRIPT = ["**/*.ts", "**/*.tsx"];
const TESTS = ["**/*.test.ts", "**/*.test.tsx", "**/*.spec.ts"];
/** Parse helpers: the only files that may tell the compiler what a value is. */
const PARSE_HELPERS = ["**/parse-*.ts", "**/*.parse.ts"];
/** Where Next, Vitest and Playwright ask for a default export. */
const DEFAULT_EXPORTS = [
  "app/**/{page,layout,template,loading,error,not-found,global-error,default,opengraph-image,icon}.tsx",
  "app/{robots,sitemap,manifest}.ts",
  "*.config.ts",
  "*.config.mjs",
  ".dependency-cruiser.mjs",
  "server/testing/database-server.ts",
  "e2e/global-setup.ts",
];

/** @param {...{ selector: string, message: string }[]} lists */
function restrict(...lists) {
  return { "no-restricted-syntax": ["error", ...everywhere, ...lists.flat()] };
}

/** The same rules, as errors: a warning is a rule that nobody keeps. @param {Record<string, unknown>} rules */
function asErrors(rules) {
  return Object.fromEntries(
    Object.entries(rules).map(([name, value]) => {
      if (value === "off" || value === 0) return [name, "off"];
      return [name, Array.isArray(value) ? ["error", ...value.slice(1)] : "error"];
    }),
  );
}

export default defineConfig(
  {
    ignores: [
      "node_modules/",
      ".next/",
      ".data/",
      "server/db/generated/",
      "next-env.d.ts",
      "**/*.d.mts",
      "test-results/",
      "playwright-report/",
    ],
  },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: "error" } },
  {
    rules: {
      "max-lines": ["error", 300],
      complexity: ["error", 10],
      "max-lines-per-function": ["error", 50],
      "no-console": "error",
      "no-alert": "error",
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-implicit-coercion": "error",
      "no-restricted-exports": [
        "error",
        {
          restrictDefaultExports: {
            direct: true,
            named: true,
            defaultFrom: true,
            namedFrom: true,
            namespaceFrom: true,
          },
        },
      ],
    },
  },
  {
    files: ["**/*.mjs"],
    extends: [js.configs.recommended],
    languageOptions: {
      globals: {
        ...Object.fromEntries(
          ["process", "URL", "setTimeout", "setInterval", "clearInterval"].map((name) => [name, "readonly"]),
        ),
      },
    },
  },
  {
    files: TYPESCRIPT,
    extends: [js.configs.recommended, tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/ban-ts-comment": [
        "error",
        { "ts-expect-error": true, "ts-ignore": true, "ts-nocheck": true, "ts-check": false },
      ],
      "@typescript-eslint/consistent-type-assertions": ["error", { assertionStyle: "never" }],
      "@typescript-eslint/consistent-type-exports": "error",
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/only-throw-error": "error",
      "@typescript-eslint/prefer-promise-reject-errors": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: false, requireDefaultForNonUnion: true },
      ],
    },
  },
  {
    files: [...TYPESCRIPT, "**/*.mjs"],
    plugins: { "check-file": checkFile },
    rules: {
      "check-file/filename-naming-convention": [
        "error",
        { "**/*.{ts,tsx,mjs}": "KEBAB_CASE" },
        { ignoreMiddleExtensions: true },
      ],
      "check-file/folder-naming-convention": [
        "error",
        {
          "{bench,components,docs,e2e,prisma,sandbox,scripts,server}/**/": "KEBAB_CASE",
          "app/**/": "NEXT_JS_APP_ROUTER_CASE",
        },
      ],
      "check-file/no-index": "error",
    },
  },
  { files: ["server/jobs/index.ts"], rules: { "check-file/no-index": "off" } },
  { files: [".dependency-cruiser.mjs"], rules: { "check-file/filename-naming-convention": "off" } },
  { files: DEFAULT_EXPORTS, rules: { "no-restricted-exports": "off" } },
  {
    files: PARSE_HELPERS,
    rules: { "@typescript-eslint/consistent-type-assertions": ["error", { assertionStyle: "as" }] },
  },
  {
    files: ["**/*.tsx"],
    extends: [jsxA11y.flatConfigs.strict, reactHooks.configs.flat.recommended],
    rules: {
      ...asErrors({ ...jsxA11y.flatConfigs.strict.rules, ...reactHooks.configs.flat.recommended.rules }),
      // `role` is also what a member of a workspace has.
      "jsx-a11y/aria-role": ["error", { ignoreNonDOM: true }],
    },
  },
  { files: ["**/*.{ts,tsx,mjs}"], rules: restrict() },
  {
    files: ["{bench,components,e2e,sandbox,scripts}/**/*.{ts,tsx}", "*.config.ts"],
    rules: restrict(environment),
  },
  {
    files: ["app/**/*.{ts,tsx}", "*.ts"],
    ignores: ["*.config.ts"],
    rules: restrict(environment, network, output),
  },
  { files: ["server/**/*.{ts,tsx}"], rules: restrict(environment, time, network, output) },
  {
    files: ["server/domain/**/*.ts", "server/contracts/**/*.ts"],
    rules: restrict(environment, time, network, output, chance),
  },
  { files: ["server/vendors/http/**/*.ts"], rules: restrict(environment, time, output) },
  { files: ["server/lib/clock.ts"], rules: restrict(environment, network, output) },
  { files: ["server/lib/env.ts"], rules: restrict(time, network, output) },
  // Tests drive real HTTP servers, poll with deadlines, and hand variables to child processes.
  {
    files: ["server/**/*.test.ts", "server/testing/**/*.ts"],
    rules: { ...restrict(output), "max-lines-per-function": "off" },
  },
  // The one place that must replace the console: it makes printing fail a test.
  { files: ["server/testing/fail-on-output.ts"], rules: { ...restrict(), "no-console": "off" } },
  { files: TESTS, rules: { "max-lines-per-function": "off" } },
  // One named file per room that reads the environment for it.
  {
    files: [
      "scripts/lib/environment.ts",
      "sandbox/main.ts",
      "e2e/environment.ts",
      "bench/environment.ts",
      "instrumentation.ts",
      "*.config.ts",
    ],
    rules: restrict(),
  },
  {
    files: ["e2e/**/*.ts"],
    extends: [playwright.configs["flat/recommended"]],
    rules: {
      ...asErrors(playwright.configs["flat/recommended"].rules),
      "playwright/no-wait-for-timeout": "error",
      "playwright/expect-expect": ["error", { assertFunctionPatterns: ["^expect"] }],
    },
  },
);
