import { say } from "../lib/say";
import { SPECIFICATION_FOLDER } from "./specification";

/** Says, on the terminal and as the name of a skipped test, that the OpenAPI files are not there. */
export function sayAbsent(what: string): string {
  const line = `${what}: not checked, no OpenAPI files of Pipedrive in ${SPECIFICATION_FOLDER} (set PIPEDRIVE_OPENAPI_FOLDER)`;
  say(line);
  return line;
}
