/** An address so that its owner knows it and nobody else learns it: `o…@example.com`. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf("@");
  const [first = ""] = email;
  return at <= 0 ? "…" : `${first}…${email.slice(at)}`;
}
