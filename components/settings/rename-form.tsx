"use client";

import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useForm } from "react-hook-form";
import { toast } from "sonner";
import { createWorkspaceInput } from "@/server/contracts/account";
import { useTRPC } from "../lib/trpc-provider";
import { useAttempt } from "../lib/use-attempt";
import { useRefusal } from "../truth/workspace-provider";
import { Button } from "../ui/button";
import { FormError } from "../ui/form-error";
import { Panel } from "../ui/panel";
import { TextField } from "../ui/text-field";

/** The workspace's name. Its address stays, so that links go on working. */
export function RenameForm({ slug, name }: { slug: string; name: string }) {
  const trpc = useTRPC();
  const router = useRouter();
  const refusal = useRefusal("workspace.rename");
  const rename = useMutation(trpc.workspace.rename.mutationOptions());
  const { register, handleSubmit, formState, setError, reset } = useForm({
    resolver: standardSchemaResolver(createWorkspaceInput),
    defaultValues: { name },
  });
  const { failure, attempt } = useAttempt(["name"], setError);
  const submit = handleSubmit((input) =>
    attempt(async () => {
      await rename.mutateAsync({ workspace: slug, ...input });
      reset(input);
      toast.success("The workspace has its new name");
      router.refresh();
    }),
  );
  return (
    <Panel title="Name">
      <form
        aria-label="Rename workspace"
        className="flex max-w-md flex-col gap-4"
        noValidate
        onSubmit={(event) => void submit(event)}
      >
        <TextField
          label="Workspace name"
          hint={refusal ?? "Its address stays the same, so that links go on working."}
          autoComplete="organization"
          disabled={refusal !== null}
          error={formState.errors.name?.message}
          {...register("name")}
        />
        <FormError>{failure}</FormError>
        {refusal === null ? (
          <Button
            type="submit"
            className="self-start"
            disabled={!formState.isDirty}
            isPending={formState.isSubmitting}
          >
            Rename
          </Button>
        ) : null}
      </form>
    </Panel>
  );
}
