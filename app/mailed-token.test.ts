import { describe, expect, it } from "vitest";
import { readMailedToken } from "./mailed-token";

const token = "a-_4".repeat(11).slice(0, 43);

describe("readMailedToken", () => {
  it("takes the secret as it is", async () => {
    expect(await readMailedToken(Promise.resolve({ token }))).toEqual({ token });
  });

  it.each([undefined, "", token.slice(1), `${token}.`, [token.slice(2), token]])(
    "says what to do about a broken link: %j",
    async (broken) => {
      const read = await readMailedToken(Promise.resolve({ token: broken }));
      expect(read).toEqual({
        token: null,
        sentence: "This link is not complete. Please copy it whole from the mail.",
      });
    },
  );
});
