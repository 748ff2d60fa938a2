"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { problemOf } from "../lib/problem-of";
import { useTRPC } from "../lib/trpc-provider";
import { Button } from "../ui/button";
import { FormError } from "../ui/form-error";

/** Takes the invitation up and goes into the workspace. */
export function JoinButton({ token, workspaceName }: { token: string; workspaceName: string }) {
  const router = useRouter();
  const trpc = useTRPC();
  const accept = useMutation(
    trpc.invitations.accept.mutationOptions({
      onSuccess: ({ slug }) => {
        router.push(`/${slug}`);
      },
    }),
  );
  return (
    <div className="flex flex-col gap-4">
      <FormError>{accept.isError ? problemOf(accept.error).sentence : null}</FormError>
      <Button
        variant="primary"
        className="max-w-full self-start"
        isPending={accept.isPending || accept.isSuccess}
        onClick={() => {
          accept.mutate({ token });
        }}
      >
        <span className="truncate">Join {workspaceName}</span>
      </Button>
    </div>
  );
}
