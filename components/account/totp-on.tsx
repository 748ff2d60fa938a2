"use client";

import { useMutation } from "@tanstack/react-query";
import { toast } from "sonner";
import { useTRPC } from "../lib/trpc-provider";
import { MeaningBadge } from "../truth/meaning-badge";
import { RelativeTime } from "../ui/relative-time";
import { CodeForm } from "./code-form";
import { Foldable } from "./foldable";
import { useRefreshAccount } from "./use-account";

/** Fewer than this, and it is time for new ones. */
const fewCodes = 3;
const label = "Code";
const hint = "Six digits from your app, or one of your recovery codes.";

type TotpOnProps = { since: Date; codesLeft: number; onCodes: (codes: readonly string[]) => void };

/** Two-factor sign-in is on: since when, how many recovery codes are left, making new ones, turning it off. */
export function TotpOn({ since, codesLeft, onCodes }: TotpOnProps) {
  const trpc = useTRPC();
  const refresh = useRefreshAccount();
  const renew = useMutation(trpc.security.renewRecoveryCodes.mutationOptions());
  const disable = useMutation(trpc.security.disableTotp.mutationOptions());
  const renewWith = async (code: string) => {
    const { codes } = await renew.mutateAsync({ code });
    onCodes(codes);
    await refresh();
  };
  const disableWith = async (code: string) => {
    await disable.mutateAsync({ code });
    await refresh();
    toast.success("Two-factor sign-in is off", { description: "Every other browser is signed out." });
  };
  return (
    <div className="flex flex-col gap-4">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <MeaningBadge meaning="in_step" word="On" />
        <span className="text-ink-soft">
          since <RelativeTime at={since} />
        </span>
        <span className={codesLeft < fewCodes ? "text-attention" : "text-ink-soft"}>
          {codesLeft} recovery {codesLeft === 1 ? "code" : "codes"} left
        </span>
      </p>
      <Foldable label="New recovery codes">
        <CodeForm name="New recovery codes" {...{ label, hint }} verb="Make new codes" onSend={renewWith} />
      </Foldable>
      <Foldable label="Turn off two-factor sign-in">
        <CodeForm
          name="Turn off two-factor sign-in"
          {...{ label, hint }}
          verb="Turn off"
          onSend={disableWith}
        />
      </Foldable>
    </div>
  );
}
