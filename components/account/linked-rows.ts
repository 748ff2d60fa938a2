import type { Profile, Provider } from "@/server/contracts/security";
import type { SignInMethods } from "./use-account";

type Identity = Profile["identities"][number];

/** A service to sign in with, and the person's identity there; null while it is not linked. */
export type LinkedRow = { provider: Provider; label: string; linked: Identity | null };

/** Every service that is set up here, then those that were linked once and are no longer set up. */
export function linkedRows(
  providers: SignInMethods["providers"],
  identities: readonly Identity[],
): readonly LinkedRow[] {
  const offered = providers.map(({ id, label }) => ({
    provider: id,
    label,
    linked: identities.find(({ provider }) => provider === id) ?? null,
  }));
  const gone = identities.filter((identity) => !providers.some(({ id }) => id === identity.provider));
  return [...offered, ...gone.map((linked) => ({ provider: linked.provider, label: linked.label, linked }))];
}
