"use client";

import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { useForm } from "react-hook-form";
import { secondFactorInput } from "@/server/contracts/security";
import { useAttempt } from "../lib/use-attempt";
import { Button } from "../ui/button";
import { CodeField } from "../ui/code-field";
import { FormError } from "../ui/form-error";

type CodeFormProps = {
  /** What the form does, for whoever cannot see where it stands. */
  name: string;
  label: string;
  hint?: string;
  verb: string;
  onSend: (code: string) => Promise<void>;
};

/** Asks for a code before something is done; what is typed wrongly or refused is said at the field or below it. */
export function CodeForm({ name, label, hint, verb, onSend }: CodeFormProps) {
  const { register, handleSubmit, formState, setError } = useForm({
    resolver: standardSchemaResolver(secondFactorInput),
    defaultValues: { code: "" },
  });
  const { failure, attempt } = useAttempt(["code"], setError);
  const submit = handleSubmit(({ code }) => attempt(() => onSend(code)));
  return (
    <form
      aria-label={name}
      className="flex max-w-sm flex-col gap-3"
      noValidate
      onSubmit={(event) => void submit(event)}
    >
      <CodeField label={label} hint={hint} error={formState.errors.code?.message} {...register("code")} />
      <FormError>{failure}</FormError>
      <Button type="submit" variant="primary" className="self-start" isPending={formState.isSubmitting}>
        {verb}
      </Button>
    </form>
  );
}
