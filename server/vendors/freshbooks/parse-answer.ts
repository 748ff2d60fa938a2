import { z } from "zod";
import { VendorError } from "../http/vendor-error";

/** An answer of the right status whose body is not what the facts say. The cause names the paths, not the values. */
export function badAnswer(operation: string, isWrite: boolean, cause?: z.ZodError): VendorError {
  const paths = cause?.issues.map((issue) => issue.path.join(".")).join(", ");
  return new VendorError({
    vendor: "freshbooks",
    operation,
    kind: "bad_response",
    detail: paths,
    mayHaveHappened: isWrite,
    cause,
  });
}

const wrapping = z.object({ response: z.object({ result: z.unknown() }) });

/** Parses `response.result`, the wrapping of the accounting and events families (facts §4, §3.1). */
export function parseResult<Schema extends z.ZodType>(
  operation: string,
  schema: Schema,
  json: unknown,
  isWrite = false,
): z.output<Schema> {
  const wrapped = wrapping.safeParse(json);
  if (!wrapped.success) throw badAnswer(operation, isWrite, wrapped.error);
  const parsed = schema.safeParse(wrapped.data.response.result);
  if (!parsed.success) throw badAnswer(operation, isWrite, parsed.error);
  return parsed.data;
}
