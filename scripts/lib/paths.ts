import path from "node:path";
import { fileURLToPath } from "node:url";

/** The clone's top folder. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..", "..");

/** What this clone keeps between runs: the database, its secrets, hashes of what was built. Never in git. */
export const DATA_FOLDER = path.join(ROOT, ".data");
