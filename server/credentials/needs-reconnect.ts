import "server-only";
import type { Vendor } from "../db/generated/enums";
import { AppError } from "../lib/errors";
import { vendorLabels } from "../vendors/http/vendor-error";

/** The error of a workspace whose vendor is not connected yet, or whose grant the vendor no longer honours. */
export function needsReconnect(vendor: Vendor, why: "missing" | "refused", cause?: unknown): AppError {
  const label = vendorLabels[vendor];
  const userMessage =
    why === "missing"
      ? `${label} is not connected yet. Connect it to go on.`
      : `${label} no longer accepts our access. Reconnect it; nothing is lost meanwhile.`;
  return new AppError("needs_reconnect", {
    message: `${vendor} grant ${why}`,
    userMessage,
    cause,
    details: { vendor, why },
  });
}
