import "server-only";
import { z } from "zod";
import { providerSchema } from "../../contracts/security";
import type { ProvidedIdentity } from "../../use-cases/sign-in/with-provider";

/** What all three say of a person, each in its own way: OpenID Connect's claims, or GitHub's profile. */
const profileSchema = z.object({
  sub: z.string().min(1).optional(),
  id: z.union([z.number().int(), z.string().min(1)]).optional(),
  email: z.string().max(254).nullish(),
  email_verified: z.union([z.boolean(), z.enum(["true", "false"])]).nullish(),
  name: z.string().nullish(),
  login: z.string().optional(),
});

/** Reads who somebody is at a provider; null when it names nobody, or the provider is none of ours. */
export function providedIdentity(provider: string, profile: unknown): ProvidedIdentity | null {
  const known = providerSchema.safeParse(provider);
  const parsed = profileSchema.safeParse(profile);
  if (!known.success || !parsed.success) return null;
  const { sub, id, email, email_verified: verified, name, login } = parsed.data;
  const subject = known.data === "github" ? id : sub;
  if (subject === undefined) return null;
  const address = z.email().safeParse(email?.trim().toLowerCase());
  return {
    provider: known.data,
    subject: String(subject),
    email: address.data ?? null,
    isEmailVerified: verified === true || verified === "true",
    name: name ?? login ?? null,
  };
}
