import { describe, expect, it } from "vitest";
import { textParts } from "./text-parts";

const verify = "http://localhost:3000/verify?token=abc";

describe("textParts", () => {
  it("makes links of the links and keeps every letter", () => {
    const text = `Hello.\n\n${verify}\n\nBye. ${verify}`;
    const parts = textParts(text, [verify, verify]);
    expect(parts.map(({ href }) => href)).toEqual([null, verify, null, verify]);
    expect(parts.map((part) => part.text).join("")).toBe(text);
  });

  it("leaves what leads to no page as text", () => {
    const text = "javascript:alert(1) and data:text/html,x";
    expect(textParts(text, ["javascript:alert(1)", "data:text/html,x"])).toEqual([{ text, href: null }]);
  });

  it("bears links that are not in the text, and no text", () => {
    expect(textParts("Hello", [verify])).toEqual([{ text: "Hello", href: null }]);
    expect(textParts("", [verify])).toEqual([]);
  });
});
