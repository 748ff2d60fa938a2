import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** The search path without our own `node_modules/.bin`, which an installation takes away under a running command. */
export function machinePath() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.filter((folder) => !/[\\/]node_modules[\\/]/.test(`${folder}/`)).join(delimiter);
}

/** The machine's own Node, as opposed to the one among our packages. */
export function machineNode() {
  for (const folder of machinePath().split(delimiter)) {
    try {
      accessSync(join(folder, "node"), constants.X_OK);
      return join(folder, "node");
    } catch {
      // Not in this folder.
    }
  }
  return process.execPath;
}
