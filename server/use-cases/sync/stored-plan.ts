import "server-only";
import { z } from "zod";
import type { RemoteValue } from "../../domain/remote";
import { skipCodes, writeKinds } from "../../domain/plan/types";

/** The shapes in which plans and links are kept as JSON, and read back. */
export const remoteValueSchema: z.ZodType<RemoteValue> = z.lazy(() =>
  z.union([
    z.string(),
    z.number(),
    z.boolean(),
    z.null(),
    z.array(remoteValueSchema),
    z.record(z.string(), remoteValueSchema),
  ]),
);

export const writtenSchema = z.record(z.string(), remoteValueSchema).nullable();

export const storedFieldsSchema = z.array(
  z.object({
    label: z.string(),
    key: z.string(),
    value: remoteValueSchema,
    before: z.string().nullable(),
    after: z.string().nullable(),
    because: z.string(),
  }),
);

export const writeKindSchema = z.enum(writeKinds);

/** An attempt's plan as stored: the writes without raw values (those are in the write rows), and the skips. */
export const storedPlanSchema = z.object({
  writes: z.array(
    z.object({
      kind: writeKindSchema,
      freshbooksId: z.string(),
      fields: z.array(
        z.object({
          label: z.string(),
          key: z.string(),
          before: z.string().nullable(),
          after: z.string().nullable(),
          because: z.string(),
        }),
      ),
    }),
  ),
  skips: z.array(
    z.object({
      code: z.enum(skipCodes),
      because: z.string(),
    }),
  ),
  warnings: z.array(z.string()),
});
