"use client";

import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { useMutation } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import { toast } from "sonner";
import { renamePersonInput } from "@/server/contracts/account";
import { useAttempt } from "../lib/use-attempt";
import { useTRPC } from "../lib/trpc-provider";
import { Button } from "../ui/button";
import { FormError } from "../ui/form-error";
import { TextField } from "../ui/text-field";
import { useRefreshAccount } from "./use-account";

/** What the others in a workspace see the person called. */
export function NameForm({ name }: { name: string }) {
  const trpc = useTRPC();
  const refresh = useRefreshAccount();
  const rename = useMutation(trpc.account.rename.mutationOptions());
  const { register, handleSubmit, formState, setError, reset } = useForm({
    resolver: standardSchemaResolver(renamePersonInput),
    defaultValues: { name },
  });
  const { failure, attempt } = useAttempt(["name"], setError);
  const submit = handleSubmit((input) =>
    attempt(async () => {
      await rename.mutateAsync(input);
      reset(input);
      await refresh();
      toast.success("Your name is saved");
    }),
  );
  return (
    <form
      aria-label="Name"
      className="flex max-w-sm flex-col gap-3"
      noValidate
      onSubmit={(event) => void submit(event)}
    >
      <TextField
        label="Name"
        autoComplete="name"
        error={formState.errors.name?.message}
        {...register("name")}
      />
      <FormError>{failure}</FormError>
      <Button type="submit" className="self-start" isPending={formState.isSubmitting}>
        Save name
      </Button>
    </form>
  );
}
