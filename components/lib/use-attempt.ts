import { useState } from "react";
import type { FieldPath, FieldValues, UseFormSetError } from "react-hook-form";
import { placeProblem } from "./place-problem";

/**
 * Carries out what a form was sent for. What the server refuses goes beside the fields it names; `failure` is what it
 * says of the form as a whole, null while there is nothing to say.
 */
export function useAttempt<Values extends FieldValues>(
  fields: readonly FieldPath<Values>[],
  setError: UseFormSetError<Values>,
): { failure: string | null; attempt: (work: () => Promise<void>) => Promise<void> } {
  const [failure, setFailure] = useState<string | null>(null);
  const attempt = async (work: () => Promise<void>) => {
    setFailure(null);
    try {
      await work();
    } catch (error) {
      setFailure(placeProblem(error, fields, setError));
    }
  };
  return { failure, attempt };
}
