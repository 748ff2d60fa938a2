import { parseArgs } from "node:util";

/** What the command line of `npm run verify:vendor` asks for. */
export interface Arguments {
  readonly vendor: "freshbooks" | "pipedrive";
  readonly mayWrite: boolean;
  readonly hasPerson: boolean;
  readonly mayTakeTheNight: boolean;
  readonly asJson: boolean;
  /** Ids of the only questions to ask; empty: all. */
  readonly only: readonly string[];
}

/** The command line cannot be understood; the message says how it is used. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

const USAGE =
  "Usage: npm run verify:vendor -- freshbooks|pipedrive [--write] [--person] [--overnight] [--only <question>]… [--json]";

/** Parses the words after the command; throws a {@link UsageError}. */
export function readArguments(words: readonly string[]): Arguments {
  const { values, positionals } = parse(words);
  const [vendor, ...more] = positionals;
  if ((vendor !== "freshbooks" && vendor !== "pipedrive") || more.length > 0) throw new UsageError(USAGE);
  return {
    vendor,
    mayWrite: values.write,
    hasPerson: values.person,
    mayTakeTheNight: values.overnight,
    asJson: values.json,
    only: values.only,
  };
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        write: { type: "boolean", default: false },
        person: { type: "boolean", default: false },
        overnight: { type: "boolean", default: false },
        json: { type: "boolean", default: false },
        only: { type: "string", multiple: true, default: [] },
      },
    });
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${said}\n${USAGE}`, { cause: error });
  }
}
