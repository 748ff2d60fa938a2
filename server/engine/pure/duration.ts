const unitMs: Readonly<Record<string, number>> = {
  w: 604_800_000,
  d: 86_400_000,
  h: 3_600_000,
  m: 60_000,
  s: 1_000,
};

const wholeText = /^(?:\d+[wdhms])+$/;
const onePart = /(\d+)([wdhms])/g;

/**
 * Milliseconds of a duration such as `90s`, `1h30m` or `1w2d` (protocol facts §3, §5), or null when the text is
 * not one. Upper bounds are the caller's business.
 */
export function parseDurationMs(text: string): number | null {
  if (!wholeText.test(text)) return null;
  let total = 0;
  for (const [, count, unit] of text.matchAll(onePart)) {
    total += Number(count) * (unitMs[unit ?? ""] ?? 0);
  }
  return total;
}
