"use client";

import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import { toast } from "sonner";
import { inviteInput } from "@/server/contracts/members";
import type { Role } from "@/server/contracts/permissions";
import { useTRPC } from "../lib/trpc-provider";
import { useAttempt } from "../lib/use-attempt";
import { oneOf, roleWords } from "../truth/role-words";
import { Button } from "../ui/button";
import { FormError } from "../ui/form-error";
import { SelectField } from "../ui/select-field";
import { TextField } from "../ui/text-field";

const formSchema = inviteInput.omit({ workspace: true });

function useInvite(slug: string) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return useMutation(
    trpc.invitations.create.mutationOptions({
      onSuccess: async (_, { email, role }) => {
        toast.success(`${email} is invited as ${oneOf(role)}`);
        await queryClient.invalidateQueries(trpc.members.list.queryFilter({ workspace: slug }));
      },
    }),
  );
}

/** Editors are invited most; whoever may not give that role gives the least. */
function usualOf(grantable: readonly Role[]): Role {
  return grantable.find((role) => role === "editor") ?? "viewer";
}

/** Invites somebody by mail, with a role. */
export function InviteForm({ slug, grantable }: { slug: string; grantable: readonly Role[] }) {
  const invite = useInvite(slug);
  const role = usualOf(grantable);
  const { register, handleSubmit, formState, setError, reset } = useForm({
    resolver: standardSchemaResolver(formSchema),
    defaultValues: { email: "", role },
  });
  const { failure, attempt } = useAttempt(["email", "role"], setError);
  const submit = handleSubmit((input) =>
    attempt(async () => {
      await invite.mutateAsync({ workspace: slug, ...input });
      reset({ email: "", role: input.role });
    }),
  );
  return (
    <form
      id="invite"
      aria-label="Invite someone"
      className="flex flex-col gap-4"
      noValidate
      onSubmit={(event) => void submit(event)}
    >
      <div className="grid items-start gap-3 sm:grid-cols-[minmax(0,1fr)_9rem_auto]">
        <TextField
          label="E-mail"
          type="email"
          autoComplete="off"
          error={formState.errors.email?.message}
          {...register("email")}
        />
        <SelectField label="Role" error={formState.errors.role?.message} {...register("role")}>
          {grantable.map((value) => (
            <option key={value} value={value}>
              {roleWords[value]}
            </option>
          ))}
        </SelectField>
        <Button type="submit" className="sm:mt-6" isPending={formState.isSubmitting}>
          Invite
        </Button>
      </div>
      <FormError>{failure}</FormError>
    </form>
  );
}
