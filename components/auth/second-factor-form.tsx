"use client";

import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { useMutation } from "@tanstack/react-query";
import { signOut } from "next-auth/react";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { secondFactorInput } from "@/server/contracts/security";
import { useAttempt } from "../lib/use-attempt";
import { useTRPC } from "../lib/trpc-provider";
import { Button } from "../ui/button";
import { CodeField } from "../ui/code-field";
import { FormError } from "../ui/form-error";
import { entranceTo } from "./enter";

const looks = {
  app: {
    label: "Six-digit code",
    hint: "As your authenticator app shows it now.",
    inputMode: "numeric",
    other: "Use a recovery code",
  },
  recovery: {
    label: "Recovery code",
    hint: "One of the ten that you kept. Each works once.",
    inputMode: "text",
    other: "Use the app's code",
  },
} as const;

/** The second half of signing in. */
export function SecondFactorForm({ goTo }: { goTo: string }) {
  const [kind, setKind] = useState<keyof typeof looks>("app");
  const { label, hint, inputMode, other } = looks[kind];
  const trpc = useTRPC();
  const pass = useMutation(trpc.security.passSecondFactor.mutationOptions());
  const { register, handleSubmit, formState, setError, reset, setFocus } = useForm({
    resolver: standardSchemaResolver(secondFactorInput),
    defaultValues: { code: "" },
  });
  const { failure, attempt } = useAttempt(["code"], setError);
  const submit = handleSubmit((input) =>
    attempt(async () => {
      await pass.mutateAsync(input);
      window.location.assign(goTo);
    }),
  );
  return (
    <form className="flex flex-col gap-4" noValidate onSubmit={(event) => void submit(event)}>
      <CodeField
        {...{ label, hint, inputMode }}
        error={formState.errors.code?.message}
        {...register("code")}
      />
      <FormError>{failure}</FormError>
      <Button type="submit" variant="primary" isPending={formState.isSubmitting || pass.isSuccess}>
        Go on
      </Button>
      <div className="flex flex-wrap justify-between gap-2">
        <Button
          variant="quiet"
          size="sm"
          onClick={() => {
            setKind(kind === "app" ? "recovery" : "app");
            reset();
            setFocus("code");
          }}
        >
          {other}
        </Button>
        <Button variant="quiet" size="sm" onClick={() => void signOut({ callbackUrl: entranceTo(goTo) })}>
          Start over
        </Button>
      </div>
    </form>
  );
}
