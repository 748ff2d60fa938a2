import bowser from "bowser";

/** A browser in words that its owner recognises, as "Firefox on Windows"; null when its user agent says nothing. */
export function deviceOf(userAgent: string | null): string | null {
  if (userAgent === null || userAgent.trim() === "") return null;
  const { browser, os } = bowser.parse(userAgent);
  const named = [browser.name, os.name].filter((name) => name !== undefined && name !== "");
  return named.length === 0 ? null : named.join(" on ");
}
