"use client";

import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useForm } from "react-hook-form";
import { createWorkspaceInput } from "@/server/contracts/account";
import { useTRPC } from "../lib/trpc-provider";
import { Button } from "../ui/button";
import { ProblemNote } from "../ui/problem-note";
import { TextField } from "../ui/text-field";

/** Names a new workspace and goes on to its set-up. */
export function CreateWorkspaceForm({ isFirst }: { isFirst: boolean }) {
  const router = useRouter();
  const trpc = useTRPC();
  const create = useMutation(
    trpc.workspace.create.mutationOptions({
      onSuccess: ({ slug }) => {
        router.push(`/${slug}/onboarding`);
      },
    }),
  );
  const { register, handleSubmit, formState } = useForm({
    resolver: standardSchemaResolver(createWorkspaceInput),
    defaultValues: { name: "" },
  });
  const submit = handleSubmit((input) => {
    create.mutate(input);
  });
  return (
    <form
      aria-label="New workspace"
      className="flex flex-col gap-4"
      noValidate
      onSubmit={(event) => void submit(event)}
    >
      {isFirst ? null : <h2 className="text-lead font-medium">New workspace</h2>}
      <TextField
        label="Workspace name"
        autoComplete="organization"
        placeholder="Northwind Studio"
        error={formState.errors.name?.message}
        {...register("name")}
      />
      {create.isError ? <ProblemNote title="The workspace was not made" error={create.error} /> : null}
      <Button
        type="submit"
        variant={isFirst ? "primary" : "secondary"}
        className="self-start"
        isPending={create.isPending || create.isSuccess}
      >
        Make workspace
      </Button>
    </form>
  );
}
