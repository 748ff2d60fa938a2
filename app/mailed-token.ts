import { mailedTokenInput } from "@/server/contracts/security";
import { searchText, type SearchParams } from "./search-text";

/** The secret of a mailed link, or the sentence that says what is wrong with the link. */
export type MailedToken = { token: string } | { token: null; sentence: string };

/** Reads the secret out of the address of the page that a mailed link opens. */
export async function readMailedToken(searchParams: SearchParams): Promise<MailedToken> {
  const parsed = mailedTokenInput.safeParse({ token: searchText((await searchParams)["token"]) ?? "" });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  return { token: null, sentence: issue?.message ?? "This link is not complete." };
}
