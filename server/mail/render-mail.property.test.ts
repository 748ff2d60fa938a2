import fc from "fast-check";
import { parse } from "node-html-parser";
import { describe, expect, it } from "vitest";
import type { MailContent } from "./mail-content";
import { renderMail } from "./render-mail";

const appUrl = "https://sync.example.com";
const words = fc.string({ unit: "binary", minLength: 1, maxLength: 60 });
const hostile = fc.constantFrom(
  `<script>alert(1)</script>`,
  `"><img src=x onerror=alert(1)>`,
  `</p><a href='https://evil.example'>press</a>`,
  `&lt;b&gt; & 'quotes' "both"`,
  `</title></head><body>`,
);
const text = fc.oneof(words, hostile);
const url = fc.oneof(fc.webUrl({ withQueryParameters: true }), fc.constant(`${appUrl}/verify?a=1&b="2"`));
const content: fc.Arbitrary<MailContent> = fc.record(
  {
    kind: fc.constant("test"),
    to: fc.emailAddress(),
    subject: text,
    paragraphs: fc.array(text, { minLength: 1, maxLength: 4 }),
    action: fc.record({ label: text, url }),
    closing: text,
  },
  { requiredKeys: ["kind", "to", "subject", "paragraphs"] },
);

function tagsOf(html: string): string[] {
  return parse(html)
    .querySelectorAll("*")
    .map(({ rawTagName }) => rawTagName.toLowerCase());
}

const frame = ["html", "head", "meta", "meta", "meta", "title", "body", "div"];

describe("renderMail", () => {
  it("has no other elements than its own, whatever it is given", () => {
    fc.assert(
      fc.property(content, (mail) => {
        const { html } = renderMail(mail, appUrl);
        const lines = [...mail.paragraphs, ...(mail.closing === undefined ? [] : [mail.closing])];
        const breaks = lines.join("").split("\n").length - 1;
        const action = mail.action ? ["p", "a", "p", "a"] : [];
        const expected = [...frame, ...lines.map(() => "p"), ...action, "p"];
        const found = tagsOf(html).filter((tag) => tag !== "br");
        expect(found.toSorted()).toEqual(expected.toSorted());
        expect(tagsOf(html).filter((tag) => tag === "br")).toHaveLength(breaks);
      }),
    );
  });

  it("says in HTML what it was given, to the letter", () => {
    fc.assert(
      fc.property(hostile, (said) => {
        const { html } = renderMail(
          { kind: "test", to: "a@b.example", subject: "s", paragraphs: [said] },
          appUrl,
        );
        expect(parse(html).querySelector("p")?.text).toBe(said);
      }),
    );
  });

  it("gives the link as a button and bare, in HTML and in text", () => {
    fc.assert(
      fc.property(url, (address) => {
        const action = { label: "Confirm", url: address };
        const mail = renderMail(
          { kind: "test", to: "a@b.example", subject: "s", paragraphs: ["p"], action },
          appUrl,
        );
        const links = parse(mail.html).querySelectorAll("a");
        expect(links.map((link) => link.getAttribute("href"))).toEqual([address, address]);
        expect(links[1]?.text).toBe(address);
        expect(mail.text).toContain(`\n${address}\n`);
      }),
    );
  });

  it("keeps the subject to one line, so that it begins no header of its own", () => {
    fc.assert(
      fc.property(content, (mail) => {
        expect(renderMail(mail, appUrl).subject).not.toMatch(/[\r\n\0]/);
      }),
    );
  });

  it("says who sent it, to whom and why", () => {
    const mail = renderMail({ kind: "test", to: "ada@example.com", subject: "s", paragraphs: ["p"] }, appUrl);
    for (const words of [mail.text, parse(mail.html).text]) {
      expect(words).toContain(`ml-connector at sync.example.com sent this to ada@example.com`);
    }
  });
});
