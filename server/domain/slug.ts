/** Names that stand in the first place of an address and can therefore not be a workspace's. */
const reserved = new Set([
  "api",
  "sign-in",
  "sign-up",
  "workspaces",
  "account",
  "verify",
  "reset",
  "forgot",
  "change-email",
  "invite",
  "connect",
  "mailbox",
  "settings",
  "admin",
  "docs",
  "new",
  "_next",
]);

const maxLength = 48;

/** A name as it stands in an address: lower case ASCII words joined by `-`; `workspace` when nothing is left. */
export function slugOf(name: string): string {
  const ascii = name
    .normalize("NFKD")
    .replaceAll(/\p{Mark}/gu, "")
    .toLowerCase();
  const joined = ascii.replaceAll(/[^a-z0-9]+/g, "-").slice(0, maxLength);
  const slug = joined.replaceAll(/^-+|-+$/g, "");
  if (slug === "") return "workspace";
  return reserved.has(slug) ? `${slug}-workspace` : slug;
}
