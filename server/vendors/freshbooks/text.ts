import { z } from "zod";

/** Text that may be null, missing or a number on the wire; `""` when empty. */
export const text = z
  .union([z.string(), z.number(), z.boolean()])
  .nullish()
  .transform((value) => (value === null || value === undefined ? "" : String(value)));

/** An id: a whole number, or its digits. */
export const id = z
  .union([z.int().nonnegative(), z.string().regex(/^\d{1,19}$/)])
  .transform((value) => String(value));

/** An id that may be absent; null then, and for FreshBooks' `0`. */
export const optionalId = id.nullish().transform((value) => (value === "0" ? null : (value ?? null)));

/** A calendar date, whatever clock time stands behind it; null when empty. */
export const optionalDate = z
  .union([z.literal(""), z.string().regex(/^\d{4}-\d{2}-\d{2}([T ].*)?$/)])
  .nullish()
  .transform((value) => (value ? value.slice(0, 10) : null));

/** A calendar date that must be there. */
export const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}([T ].*)?$/)
  .transform((value) => value.slice(0, 10));

/** A whole number, also when it came as text. */
export const wholeNumber = z.union([
  z.int(),
  z
    .string()
    .regex(/^-?\d{1,9}$/)
    .transform(Number),
]);
