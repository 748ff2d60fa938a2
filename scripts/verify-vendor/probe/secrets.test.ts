import { describe, expect, it } from "vitest";

import { Secrets } from "./secrets";

describe("Secrets", () => {
  it("hides a secret as it is, in an address and in Basic authentication", () => {
    const secrets = new Secrets();
    secrets.add("s3cret/with+signs=");
    const encoded = [
      encodeURIComponent("s3cret/with+signs="),
      Buffer.from("s3cret/with+signs=").toString("base64"),
    ];
    expect(secrets.hide(`a s3cret/with+signs= b ${encoded.join(" c ")} d`)).toBe(
      "a [hidden] b [hidden] c [hidden] d",
    );
  });

  it("hides the longer secret whole where one is part of another", () => {
    const secrets = new Secrets();
    secrets.add("abcdef");
    secrets.add("abcdef-and-more");
    expect(secrets.hide("abcdef-and-more")).toBe("[hidden]");
  });

  it.each([
    ["a bearer header", "authorization: Bearer v1u:AQIBAHj"],
    ["a JWT", "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.c2ln"],
    ["a token of hex digits", "0123456789abcdef0123456789abcdef01234567"],
    ["a mail address", "ada@northwind.example"],
  ])("hides %s that nobody told it of", (_what, text) => {
    expect(new Secrets().hide(text)).toMatch(/^(?:authorization: )?\[hidden\]$/);
  });

  it("takes no short word for a secret", () => {
    const secrets = new Secrets();
    secrets.add("");
    secrets.add("id");
    expect(secrets.hide("the id of invoice 900042 is plain")).toBe("the id of invoice 900042 is plain");
  });
});
