import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterEach, beforeEach } from "vitest";

/** For each test of the file a folder of its own: writes results into it as a stage does, or names a file never written. */
export function useResultFolder() {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "results-"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  return {
    write(content: object): string {
      const name = path.join(folder, "result.json");
      writeFileSync(name, JSON.stringify(content));
      return name;
    },
    missing: () => path.join(folder, "nothing.json"),
  };
}
