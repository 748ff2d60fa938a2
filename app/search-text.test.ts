import { describe, expect, it } from "vitest";
import { pathWithQuery, searchText } from "./search-text";

describe("pathWithQuery", () => {
  it.each([
    [{}, "/acme/records"],
    [{ kind: "client", search: "a & b" }, "/acme/records?kind=client&search=a+%26+b"],
    [{ state: ["sent", "viewed"], empty: undefined }, "/acme/records?state=sent&state=viewed"],
  ])("%o", async (query, path) => {
    expect(await pathWithQuery("/acme/records", Promise.resolve(query))).toBe(path);
  });
});

describe("searchText", () => {
  it("takes the first of several values", () => {
    expect(searchText(["a", "b"])).toBe("a");
    expect(searchText("a")).toBe("a");
    expect(searchText(undefined)).toBeUndefined();
  });
});
