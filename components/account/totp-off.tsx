"use client";

import { useMutation } from "@tanstack/react-query";
import { toast } from "sonner";
import { problemOf } from "../lib/problem-of";
import { useTRPC } from "../lib/trpc-provider";
import { Button } from "../ui/button";
import { FormError } from "../ui/form-error";
import { TotpSetUp } from "./totp-set-up";
import { useRefreshAccount } from "./use-account";

/** No two-factor sign-in yet: why to have one, and setting it up. */
export function TotpOff({ onCodes }: { onCodes: (codes: readonly string[]) => void }) {
  const trpc = useTRPC();
  const refresh = useRefreshAccount();
  const begin = useMutation(trpc.security.beginTotp.mutationOptions());
  const confirm = useMutation(trpc.security.confirmTotp.mutationOptions());
  const confirmWith = async (code: string) => {
    const { codes } = await confirm.mutateAsync({ code });
    toast.success("Two-factor sign-in is on", { description: "Every other browser is signed out." });
    onCodes(codes);
    await refresh();
  };
  if (begin.isSuccess) {
    return <TotpSetUp setUp={begin.data} onCode={confirmWith} onCancel={begin.reset} />;
  }
  return (
    <div className="flex flex-col items-start gap-4">
      <p className="text-ink-soft max-w-prose">
        Off. With it, signing in also asks for a code from an app on your phone, so that a stolen password
        opens nothing.
      </p>
      <FormError>{begin.isError ? problemOf(begin.error).sentence : null}</FormError>
      <Button
        isPending={begin.isPending}
        onClick={() => {
          begin.mutate();
        }}
      >
        Set up two-factor sign-in
      </Button>
    </div>
  );
}
