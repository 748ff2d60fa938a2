import type { Drive } from "./drive";
import { fieldDrives } from "./field-drives";
import { objectDrives } from "./object-drives";
import { searchDrives } from "./search-drives";
import { versionOneDrives } from "./version-one-drives";

/** How each operation is driven; what the sandbox serves and is not here fails the contract. */
export const drives: ReadonlyMap<string, Drive> = new Map([
  ...objectDrives,
  ...fieldDrives,
  ...searchDrives,
  ...versionOneDrives,
]);
