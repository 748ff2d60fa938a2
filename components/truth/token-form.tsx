"use client";

import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useForm } from "react-hook-form";
import { toast } from "sonner";
import type { ConnectEnvironment } from "@/server/contracts/connect";
import { connectByTokenInput } from "@/server/contracts/connections";
import { useTRPC } from "../lib/trpc-provider";
import { useAttempt } from "../lib/use-attempt";
import { Button } from "../ui/button";
import { FormError } from "../ui/form-error";
import { TextField } from "../ui/text-field";

const formSchema = connectByTokenInput.pick({ token: true, company: true });

type TokenFormProps = { slug: string; environment: ConnectEnvironment };

function useConnectByToken() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const router = useRouter();
  return useMutation(
    trpc.connections.connectByToken.mutationOptions({
      onSuccess: async () => {
        toast.success("Pipedrive is connected by token");
        await queryClient.invalidateQueries();
        router.refresh();
      },
    }),
  );
}

/** Connects Pipedrive by a person's own API token: for servers that are not in the Marketplace. */
export function TokenForm({ slug, environment }: TokenFormProps) {
  const connect = useConnectByToken();
  const { register, handleSubmit, formState, setError } = useForm({
    resolver: standardSchemaResolver(formSchema),
    defaultValues: { token: "", company: "" },
  });
  const { errors } = formState;
  const { failure, attempt } = useAttempt(["token", "company"], setError);
  const submit = handleSubmit((input) =>
    attempt(async () => {
      await connect.mutateAsync({ workspace: slug, environment, ...input });
    }),
  );
  return (
    <details className="rounded-md border">
      <summary className="hover:bg-hover flex min-h-10 cursor-pointer items-center px-4 font-medium">
        Connect by API token instead
      </summary>
      <form
        aria-label="Connect by API token"
        className="flex max-w-md flex-col gap-4 p-4"
        noValidate
        onSubmit={(event) => void submit(event)}
      >
        <p className="text-small text-ink-soft">
          In Pipedrive: your picture, Personal preferences, API. A token acts with your rights until you
          change it there, and Pipedrive lets it make fewer calls than the button above.
        </p>
        <TextField
          label="Company"
          hint="The first word of your Pipedrive address, as acme in acme.pipedrive.com."
          autoComplete="off"
          error={errors.company?.message}
          {...register("company")}
        />
        <TextField
          label="API token"
          type="password"
          autoComplete="off"
          error={errors.token?.message}
          {...register("token")}
        />
        <FormError>{failure}</FormError>
        <Button type="submit" className="self-start" isPending={formState.isSubmitting}>
          Connect by token
        </Button>
      </form>
    </details>
  );
}
