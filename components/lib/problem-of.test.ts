import { describe, expect, it } from "vitest";
import { problemOf } from "./problem-of";

describe("problemOf", () => {
  it("takes the sentence and the request id the API gave", () => {
    const error = Object.assign(new Error("CONFLICT"), {
      data: { userMessage: "That e-mail address is taken.", requestId: "req_1", code: "CONFLICT" },
    });
    expect(problemOf(error)).toEqual({
      sentence: "That e-mail address is taken.",
      requestId: "req_1",
      code: "CONFLICT",
    });
  });

  it.each([new TypeError("Failed to fetch"), null, "x", { data: null }, { data: { userMessage: 5 } }])(
    "says that the server did not answer for anything else",
    (error) => {
      expect(problemOf(error)).toEqual({
        sentence: "The server did not answer. Check your connection and try again.",
        requestId: null,
        code: null,
      });
    },
  );
});
