import "server-only";
import { AppError } from "../../lib/errors";
import { isOneStep, withoutDecoration, withoutOwnWords, withoutRepetition } from "./password-shape";

/** Whose password it shall be; what they are called makes a poor one. */
type Owner = { name: string; email: string };

/** Letters and digits that must be left of a password when its owner's name and address are taken out. */
const leastOwnCharacters = 4;

const shortWord = 3;

/** What anybody would add to a name to please a rule: the names of this product and of what it joins. */
const ourWords = ["mlconnector", "connector", "freshbooks", "pipedrive", "password"];

let loaded: Promise<ReadonlySet<string>> | undefined;

/** The 49,000 passwords that are tried first, lower case; read on first use, 0.4 MB. */
function commonPasswords(): Promise<ReadonlySet<string>> {
  loaded ??= import("@zxcvbn-ts/language-common").then(
    ({ dictionary }) => new Set(dictionary["passwords-common"].map((word) => word.toLowerCase())),
  );
  return loaded;
}

/** A password of digits and signs alone, or nearly, is guessed by counting; from this length on it is not. */
const countedCharacters = 16;

async function isCommon(password: string): Promise<boolean> {
  const common = await commonPasswords();
  const bare = withoutDecoration(password);
  const forms = [password, bare, withoutRepetition(password), withoutRepetition(bare)];
  return forms.some((form) => common.has(form)) || isPlain(password, bare);
}

function isPlain(password: string, bare: string): boolean {
  if (isOneStep(password) || withoutRepetition(password).length <= shortWord) return true;
  return bare.length <= shortWord && password.length < countedCharacters;
}

/**
 * Refuses a password that is on the lists that are tried first, or is such a one repeated or with digits and signs
 * around it, or is little more than its owner's name or address. Case does not matter.
 * @throws AppError `invalid_input` with `details.field` "password"
 */
export async function refuseCommonPassword(password: string, owner: Owner): Promise<void> {
  const lower = password.toLowerCase();
  const ownWords = [...owner.email.toLowerCase().split(/[^\p{L}\p{N}]+/u), ...ourWords];
  const ownNames = owner.name.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  if (withoutOwnWords(lower, [...ownWords, ...ownNames]).length < leastOwnCharacters) {
    refuse(
      "This is little more than a name or an address. Please choose another one; a few plain words are fine.",
    );
  }
  if (await isCommon(lower)) {
    refuse(
      "This is one of the passwords that are tried first. Please choose another one; a few plain words are fine.",
    );
  }
}

function refuse(userMessage: string): never {
  throw new AppError("invalid_input", { userMessage, details: { field: "password" } });
}
