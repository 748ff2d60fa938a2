import { ownedPackages, rooms, TEST_FILES } from "./scripts/guards/rooms.mjs";

const OURS = "^(app|bench|components|e2e|sandbox|scripts|server)/|^[^/]+\\.tsx?$";

/** @param {string} name */
const inPackage = (name) => `(^|/)node_modules/${name}/`;

/** @param {import("./scripts/guards/rooms.mjs").Room} room */
function roomRules({ name, path, not, mayImport, packages }) {
  const pathNot = not === undefined ? TEST_FILES : `${TEST_FILES}|${not}`;
  const from = { path, pathNot };
  const own = {
    name: `${name}-may-not-import`,
    severity: "error",
    from,
    to: { path: OURS, pathNot: [path, ...mayImport].join("|") },
  };
  if (packages === undefined) return [own];
  const dependencyTypesNot = [
    "local",
    "localmodule",
    "aliased",
    "aliased-tsconfig",
    "aliased-tsconfig-paths",
  ];
  const only = { pathNot: [OURS, ...packages.map(inPackage)].join("|"), dependencyTypesNot };
  return [own, { name: `${name}-packages`, severity: "error", from, to: only }];
}

const packageRules = ownedPackages.map(({ name, packages, rooms: owners }) => ({
  name: `only-owners-use-${name}`,
  severity: "error",
  from: { pathNot: `${owners}|${TEST_FILES}|node_modules` },
  to: { path: packages.map(inPackage).join("|") },
}));

export default {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    { name: "resolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
    {
      name: "declared",
      severity: "error",
      from: {},
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown", "undetermined"] },
    },
    { name: "no-deprecated", severity: "error", from: {}, to: { dependencyTypes: ["deprecated"] } },
    {
      name: "tests-are-not-imported",
      severity: "error",
      from: { pathNot: `${TEST_FILES}|^(vitest|playwright)\\.config\\.ts$|^e2e/` },
      to: { path: "^(server/testing|e2e)/|\\.(test|spec)\\.tsx?$" },
    },
    {
      name: "only-the-router-type",
      severity: "error",
      comment: "Whoever calls it over HTTP may know the router's type, never its code.",
      from: { path: "^(components|scripts|e2e)/", pathNot: TEST_FILES },
      to: { path: "^server/api/root\\.ts$", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "sandbox-shares-no-code",
      severity: "error",
      comment: "A mistake in shared code would be made on both sides and seen on none.",
      from: { path: "^sandbox/" },
      to: { path: OURS, pathNot: "^sandbox/" },
    },
    {
      name: "sandbox-is-run-not-borrowed",
      severity: "error",
      from: { pathNot: "^sandbox/" },
      to: { path: "^sandbox/", pathNot: "^sandbox/start-sandbox\\.ts$" },
    },
    {
      name: "the-sync-leans-on-no-other-use-case",
      severity: "error",
      comment: "The other areas may build on the sync, which must be understood and tested without them.",
      from: { path: "^server/use-cases/sync/", pathNot: TEST_FILES },
      to: { path: "^server/use-cases/(?!sync/)[^/]+/" },
    },
    ...rooms.flatMap(roomRules),
    ...packageRules,
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    exclude: {
      path: "(^|/)(\\.next|\\.data|test-results|playwright-report)/|^server/db/generated/|^next-env",
    },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
