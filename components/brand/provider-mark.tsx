import { KeyRound } from "lucide-react";
import type { Provider } from "@/server/contracts/security";

const strokes = {
  google: "M20 12h-8m8 0a8 8 0 1 1-2.6-5.9",
  github:
    "M7 6v12m0-6c0-3 10 0 10-6M7 4a1 1 0 1 0 0 2 1 1 0 0 0 0-2Zm10 0a1 1 0 1 0 0 2 1 1 0 0 0 0-2ZM7 18a1 1 0 1 0 0 2 1 1 0 0 0 0-2Z",
} as const;

/** A sign for a service that people sign in with, in our own line. */
export function ProviderMark({ provider }: { provider: Provider }) {
  if (provider === "oidc") return <KeyRound aria-hidden className="size-4 shrink-0" />;
  return (
    <svg
      aria-hidden
      viewBox="0 0 24 24"
      className="size-4 shrink-0"
      fill="none"
      stroke="currentColor"
      strokeWidth={2.25}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={strokes[provider]} />
    </svg>
  );
}
