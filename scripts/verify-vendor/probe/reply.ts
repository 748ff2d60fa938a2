import { textAt } from "./json-at";
import { ProbeError } from "./probe-error";

/** One answer of the service. */
export interface Reply {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The text without secrets, before anything is cut off: half a secret would not be known again. */
  readonly said: string;
  /** Undefined when the body is not JSON. */
  readonly json: unknown;
}

const LONGEST_QUOTE = 160;

/** "POST /x answered 404", with the beginning of what it said when it is a refusal. */
export function describe(reply: Reply): string {
  const said = `${reply.method} ${reply.path} answered ${reply.status}`;
  if (reply.status < 400) return said;
  const isHtml = reply.json === undefined && reply.text.trimStart().startsWith("<");
  const words = isHtml ? "a web page" : reply.said.replaceAll(/\s+/g, " ").slice(0, LONGEST_QUOTE);
  return `${said}: ${words === "" ? "nothing" : words}`;
}

/** The reply, if it is a success without errors in its body; else a {@link ProbeError} that says what was wanted. */
export function expectOk(reply: Reply, wanted: string): Reply {
  const isOk = reply.status >= 200 && reply.status < 300 && !reply.text.includes('"errors"');
  if (isOk) return reply;
  throw new ProbeError(`${wanted} did not work: ${describe(reply)}`);
}

/** The text at a path of the reply, which has to be there. */
export function needText(reply: Reply, path: string): string {
  const value = textAt(reply.json, path);
  if (value === undefined) throw new ProbeError(`${describe(reply)} without the text ${path}.`);
  return value;
}
