"use client";

import { signIn } from "next-auth/react";
import { useState } from "react";
import type { z } from "zod";
import type { Provider, signInMethodsOutput } from "@/server/contracts/security";
import { ProviderMark } from "../brand/provider-mark";
import { Button } from "../ui/button";
import { entranceTo } from "./enter";

/** How people may come in on this server. */
export type SignInMethods = z.output<typeof signInMethodsOutput>;

type ProviderButtonsProps = { providers: SignInMethods["providers"]; goTo: string };

/** One button for each service that is set up here; nothing where none is. */
export function ProviderButtons({ providers, goTo }: ProviderButtonsProps) {
  const [leavingBy, setLeavingBy] = useState<Provider | null>(null);
  if (providers.length === 0) return null;
  return (
    <ul className="flex flex-col gap-3">
      {providers.map(({ id, label }) => (
        <li key={id}>
          <Button
            className="w-full"
            isPending={leavingBy === id}
            onClick={() => {
              setLeavingBy(id);
              void signIn(id, { callbackUrl: entranceTo(goTo) });
            }}
          >
            <ProviderMark provider={id} />
            Continue with {label}
          </Button>
        </li>
      ))}
    </ul>
  );
}
