import { describe, expect, it } from "vitest";
import { AppError } from "../../lib/errors";
import { failureOf } from "../../testing/failure-of";
import { refuseCommonPassword } from "./common-passwords";

const owner = { name: "Ada Byte-Lovelace", email: "ada.lovelace@example.com" };

describe("refuseCommonPassword", () => {
  it.each([
    ["on the list", "qwertyuiop"],
    ["on the list in another case", "QwertyUiop"],
    ["on the list with digits and signs around it", "!!Football2024"],
    ["on the list, twice", "letmeinletmein"],
    ["on the list, twice and decorated", "letmeinletmein99"],
    ["one character", "aaaaaaaaaaaa"],
    ["a few characters over and over", "abababababab"],
    ["a run upwards", "0123456789"],
    ["a run downwards", "zyxwvutsrqp"],
    ["nothing but digits and signs", "12.11.1980!"],
    ["its owner's name", "AdaLovelace1"],
    ["its owner's address", "ada.lovelace@example.com"],
    ["its owner's address and a year's last digits", "lovelace-example-26"],
    ["this product's name", "ml-connector-1"],
  ])("refuses %s", async (_what, password) => {
    const error = await failureOf(AppError, refuseCommonPassword(password, owner));
    expect(error.code).toBe("invalid_input");
    expect(error.details).toEqual({ field: "password" });
    expect(error.message).not.toContain(password);
  });

  it.each([
    "correct horse battery staple",
    "ledger and pipeline",
    "ada likes strong coffee",
    "Xk3$9vPq!2",
    "ключ от квартиры",
    "0123456789 and more",
    "8347 2938 4756 1029 38",
  ])("takes %s", async (password) => {
    await expect(refuseCommonPassword(password, owner)).resolves.toBeUndefined();
  });

  it("takes short words of a name for no reason to refuse", async () => {
    const called = { name: "A B", email: "a@b.co" };
    await expect(refuseCommonPassword("a bold cobalt crab", called)).resolves.toBeUndefined();
  });
});
