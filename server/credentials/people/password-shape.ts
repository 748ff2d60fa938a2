/** Without the digits and signs around it: "!!football2024" → "football". All lower case already. */
export function withoutDecoration(text: string): string {
  return text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
}

/** The shortest piece of which the text is a repetition: "abcabcabc" → "abc", "aaaa" → "a"; else the text. */
export function withoutRepetition(text: string): string {
  const period = (text + text).indexOf(text, 1);
  return period > 0 ? text.slice(0, period) : text;
}

/** Whether each character is the one after (or before, or the same as) the one before it: "abcdefghij", "9876543210". */
export function isOneStep(text: string): boolean {
  const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0));
  const [first = 0] = steps;
  return Math.abs(first) <= 1 && steps.every((step) => step === first);
}

/** The letters and digits that are left when these words are taken out, the longest first. Words under three letters stay. */
export function withoutOwnWords(text: string, words: readonly string[]): string {
  const long = words.filter((word) => word.length >= 3).sort((a, b) => b.length - a.length);
  const rest = long.reduce((left, word) => left.replaceAll(word, " "), text);
  return rest.replace(/[^\p{L}\p{N}]/gu, "");
}
