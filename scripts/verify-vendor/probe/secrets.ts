const MASK = "[hidden]";
const SHORTEST = 6;

/** What looks like a secret or a person's address wherever it comes from. */
const PATTERNS = [
  /\bbearer\s+[^\s"',]+/gi,
  /\beyJ[\w-]+\.[\w-]+(?:\.[\w-]*)?/g,
  /\b[0-9a-f]{32,}\b/gi,
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g,
];

/** Knows every secret of a run, and keeps them out of all that is printed or kept. */
export class Secrets {
  readonly #known = new Set<string>();

  /** Remembers a secret, as it is and as it may stand in addresses and headers. */
  add(secret: string): void {
    if (secret.length < SHORTEST) return;
    this.#known.add(secret);
    this.#known.add(encodeURIComponent(secret));
    this.#known.add(Buffer.from(secret).toString("base64"));
  }

  /** The text without any known secret, and without anything that looks like one. */
  hide(text: string): string {
    const longestFirst = [...this.#known].toSorted((a, b) => b.length - a.length);
    const withoutKnown = longestFirst.reduce((rest, secret) => rest.replaceAll(secret, MASK), text);
    return PATTERNS.reduce((rest, pattern) => rest.replaceAll(pattern, MASK), withoutKnown);
  }
}
