// Who may import whom: one row per room, checked by dependency-cruiser (see .dependency-cruiser.mjs) on every import,
// type-only ones too. A room that is not named here may import nothing of ours.

/**
 * A room: where it is, which of our rooms it may import beside itself, and, when given, the only packages it may use.
 * All are regular expressions on paths from the top folder.
 * @typedef {{ name: string, path: string, not?: string, mayImport: string[], packages?: string[] }} Room
 */

/** Tests and what serves them may import what they test and what they test with. */
export const TEST_FILES = "\\.(test|spec)\\.tsx?$|^server/testing/";

/** @type {Room[]} */
export const rooms = [
  { name: "domain", path: "^server/domain/", mayImport: [], packages: ["big\\.js"] },
  {
    name: "contracts",
    path: "^server/contracts/",
    mayImport: ["^server/domain/"],
    packages: ["zod", "big\\.js"],
  },
  { name: "lib", path: "^server/lib/", mayImport: [] },
  { name: "db", path: "^server/db/", mayImport: ["^server/domain/", "^server/lib/"] },
  { name: "vendors-http", path: "^server/vendors/http/", mayImport: ["^server/domain/", "^server/lib/"] },
  {
    name: "vendors-freshbooks",
    path: "^server/vendors/freshbooks/",
    mayImport: ["^server/domain/", "^server/lib/", "^server/vendors/http/"],
  },
  {
    name: "vendors-pipedrive",
    path: "^server/vendors/pipedrive/",
    mayImport: ["^server/domain/", "^server/lib/", "^server/vendors/http/"],
  },
  {
    name: "limits",
    path: "^server/limits/",
    mayImport: ["^server/domain/", "^server/lib/", "^server/db/", "^server/vendors/(http|pipedrive)/"],
  },
  {
    name: "credentials",
    path: "^server/credentials/",
    mayImport: [
      "^server/domain/",
      "^server/lib/",
      "^server/db/",
      "^server/vendors/http/",
      "^server/vendors/[^/]+/(oauth|allowed-host)\\.ts$",
    ],
  },
  {
    name: "use-cases",
    path: "^server/use-cases/",
    mayImport: [
      "^server/(domain|contracts|lib|db|vendors|credentials|limits|mail)/",
      "^server/jobs/(client|events)\\.ts$",
    ],
  },
  {
    name: "auth",
    path: "^server/auth/",
    mayImport: ["^server/(domain|contracts|lib|db|credentials|use-cases)/"],
  },
  {
    name: "mail",
    path: "^server/mail/",
    mayImport: ["^server/(domain|contracts|lib|db|credentials)/", "^server/jobs/events\\.ts$"],
  },
  {
    name: "api",
    path: "^server/api/",
    mayImport: ["^server/(use-cases|contracts|auth|lib)/", "^server/jobs/job-deps\\.ts$"],
  },
  { name: "jobs", path: "^server/jobs/", mayImport: ["^server/(use-cases|contracts|lib)/"] },
  { name: "engine", path: "^server/engine/", mayImport: ["^server/lib/"] },
  { name: "startup", path: "^server/startup/", mayImport: ["^server/(engine|jobs|use-cases|db|lib)/"] },
  {
    name: "app",
    path: "^app/",
    not: "^app/api/",
    mayImport: ["^components/", "^server/(api|auth|contracts|lib)/"],
  },
  {
    name: "app-api",
    path: "^app/api/",
    mayImport: [
      "^server/(api|auth|contracts|lib|use-cases|startup)/",
      "^server/jobs/(index|client|job-deps)\\.ts$",
    ],
  },
  { name: "components", path: "^components/", mayImport: ["^server/contracts/", "^server/api/root\\.ts$"] },
  { name: "instrumentation", path: "^instrumentation\\.ts$", mayImport: ["^server/startup/"] },
  { name: "sandbox", path: "^sandbox/", mayImport: [] },
  {
    name: "scripts",
    path: "^scripts/",
    // The commands hold the environment to the server's own schema before they start anything; the one that changes the
    // encryption key seals with the server's own seals.
    mayImport: [
      "^sandbox/start-sandbox\\.ts$",
      "^server/api/root\\.ts$",
      "^server/lib/env\\.ts$",
      "^server/startup/reseal\\.ts$",
    ],
  },
  { name: "bench", path: "^bench/", mayImport: ["^(scripts|server|sandbox)/"] },
];

/** Packages that belong to some rooms alone. */
export const ownedPackages = [
  {
    name: "prisma",
    packages: ["@prisma/[^/]+", "prisma"],
    rooms: "^(server/db|scripts/database)/|^prisma\\.config\\.ts$",
  },
  { name: "inngest", packages: ["inngest"], rooms: "^(server/jobs|server/engine|app/api/inngest)/|^bench/" },
  {
    name: "next",
    packages: ["next", "next-auth", "react", "react-dom"],
    rooms: "^(app|components|server/auth)/|^next\\.config\\.mjs$",
  },
  { name: "trpc", packages: ["@trpc/[^/]+"], rooms: "^(app|components|server/api|scripts/demo)/" },
  { name: "sql", packages: ["pg"], rooms: "^(server/db|server/engine|server/testing|scripts|bench)/" },
];
