import type { MailContent } from "./mail-content";

/** A mail ready to be sent. */
export type RenderedMail = { subject: string; text: string; html: string };

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

/** A subject is one line: a line break in it would begin a header of its own. */
function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, " ").trim();
}

function footer({ to }: MailContent, appUrl: string): string {
  return `ml-connector at ${new URL(appUrl).host} sent this to ${to} because somebody asked for it there.`;
}

function renderText(content: MailContent, appUrl: string): string {
  const { paragraphs, action, closing } = content;
  const parts = [
    ...paragraphs,
    ...(action ? [`${action.label}:\n${action.url}`] : []),
    ...(closing === undefined ? [] : [closing]),
    `-- \n${footer(content, appUrl)}`,
  ];
  return `${parts.join("\n\n")}\n`;
}

// Without colours of its own the text follows the reader's light or dark; the button's pair is legible on both.
const styles = {
  body: "margin:0;padding:24px 16px;font-family:system-ui,-apple-system,'Segoe UI',Arial,sans-serif;font-size:16px;line-height:1.5",
  column: "max-width:560px;margin:0 auto",
  paragraph: "margin:0 0 16px",
  button:
    "display:inline-block;padding:12px 20px;border-radius:8px;background:#0f62d6;color:#ffffff;font-weight:600;text-decoration:none",
  small: "margin:0 0 16px;font-size:13px;opacity:0.8;overflow-wrap:anywhere",
} as const;

function paragraph(text: string, style: string = styles.paragraph): string {
  return `<p style="${style}">${escape(text).replaceAll("\n", "<br>")}</p>`;
}

function renderAction({ label, url }: NonNullable<MailContent["action"]>): string {
  const href = escape(url);
  return [
    `<p style="${styles.paragraph}"><a href="${href}" style="${styles.button}">${escape(label)}</a></p>`,
    `<p style="${styles.small}">If the button does nothing, open this address: <a href="${href}">${href}</a></p>`,
  ].join("\n");
}

function renderHtml(content: MailContent, appUrl: string): string {
  const { subject, paragraphs, action, closing } = content;
  const parts = [
    ...paragraphs.map((text) => paragraph(text)),
    ...(action ? [renderAction(action)] : []),
    ...(closing === undefined ? [] : [paragraph(closing)]),
    paragraph(footer(content, appUrl), styles.small),
  ];
  return [
    `<!doctype html>`,
    `<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">`,
    `<meta name="color-scheme" content="light dark"><title>${escape(oneLine(subject))}</title></head>`,
    `<body style="${escape(styles.body)}"><div style="${styles.column}">`,
    ...parts,
    `</div></body></html>`,
  ].join("\n");
}

/** Text and HTML of a mail, the same words in both, and at the end who sent it and why. */
export function renderMail(content: MailContent, appUrl: string): RenderedMail {
  return {
    subject: oneLine(content.subject),
    text: renderText(content, appUrl),
    html: renderHtml(content, appUrl),
  };
}
