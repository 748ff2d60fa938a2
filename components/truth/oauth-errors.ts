const sentences: Record<string, string> = {
  denied: "You did not grant access, so nothing was connected. Connect again when you are ready.",
  expired: "That took longer than ten minutes, so the way back was closed. Please connect again.",
  state: "This way back from the vendor was already used or is not yours. Please connect again.",
};

const fallback = "The vendor did not complete the connection. Nothing was changed; please connect again.";

/** The sentence for an error code that the way back from a vendor's consent page carries in its address. */
export function oauthErrorSentence(code: string): string {
  return Object.hasOwn(sentences, code) ? (sentences[code] ?? fallback) : fallback;
}
