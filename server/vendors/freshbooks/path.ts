import { VendorError } from "../http/vendor-error";

/** An id as a path segment. Anything but digits is refused before it can reach a path. */
export function idSegment(operation: string, id: string): string {
  if (/^\d{1,19}$/.test(id)) return id;
  throw new VendorError({
    vendor: "freshbooks",
    operation,
    kind: "invalid",
    detail: "An id at FreshBooks consists of digits.",
    mayHaveHappened: false,
  });
}
