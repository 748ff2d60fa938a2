import { FormError } from "../ui/form-error";
import type { Entry } from "./enter";
import { WaitNote } from "./wait-note";

const unreachable = "The server did not answer. What you typed is still here; try again in a moment.";

type EntryErrorProps = { entry: Entry | null; refusal: string };

/** Why signing in did not work; nothing before it was tried. */
export function EntryError({ entry, refusal }: EntryErrorProps) {
  if (entry?.kind === "throttled") return <WaitNote seconds={entry.seconds} />;
  const said = { refused: refusal, unreachable, entered: null };
  return <FormError>{entry === null ? null : said[entry.kind]}</FormError>;
}
