/** A stretch of a mail's text, or a link in it. */
export type TextPart = { text: string; href: string | null };

/** Only addresses of pages: whatever else a mail may hold stays text. */
function isPage(link: string): boolean {
  return URL.canParse(link) && /^https?:$/.test(new URL(link).protocol);
}

/** A mail's text with its links as links. Nothing is lost: joined again, the parts are the text. */
export function textParts(text: string, links: readonly string[]): readonly TextPart[] {
  const parts: TextPart[] = [];
  let rest = text;
  for (const link of links.filter(isPage)) {
    const at = rest.indexOf(link);
    if (at < 0) continue;
    if (at > 0) parts.push({ text: rest.slice(0, at), href: null });
    parts.push({ text: link, href: link });
    rest = rest.slice(at + link.length);
  }
  return rest === "" ? parts : [...parts, { text: rest, href: null }];
}
