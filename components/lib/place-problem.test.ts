import { describe, expect, it } from "vitest";
import { placeProblem } from "./place-problem";

type Form = { email: string; password: string };

function place(data: unknown) {
  const placed: { field: string; message: unknown; isFocused: boolean | undefined }[] = [];
  const left = placeProblem<Form>({ data }, ["email", "password"], (field, { message }, options) => {
    placed.push({ field, message, isFocused: options?.shouldFocus });
  });
  return { placed, left };
}

describe("placeProblem", () => {
  it("puts each sentence beside its field, in the form's order, and focuses the first", () => {
    const fieldErrors = { password: ["Too common.", "Too short."], email: ["No address."] };
    expect(place({ userMessage: "Check the marked fields.", fieldErrors })).toEqual({
      placed: [
        { field: "email", message: "No address.", isFocused: true },
        { field: "password", message: "Too common.", isFocused: false },
      ],
      left: null,
    });
  });

  it("says of the form what names a field that it does not have", () => {
    const answer = place({
      userMessage: "Check the marked fields.",
      fieldErrors: { token: ["Not complete."] },
    });
    expect(answer).toEqual({ placed: [], left: "Not complete." });
  });

  it("says the error's own sentence when it names no field", () => {
    expect(place({ userMessage: "Too many tries.", fieldErrors: {} })).toEqual({
      placed: [],
      left: "Too many tries.",
    });
  });

  it.each([undefined, null, { fieldErrors: null }, { fieldErrors: { email: [3] } }])(
    "bears an answer of another shape: %j",
    (data) => {
      const { placed, left } = place(data);
      expect(placed).toEqual([]);
      expect(left).toMatch(/did not answer/);
    },
  );
});
