import "server-only";
import type { Vendor } from "../db/generated/enums";
import { AppError } from "../lib/errors";
import { vendorLabels } from "../vendors/http/vendor-error";

const sentences = {
  missing: (label: string) => `${label} is not connected yet. Connect it to go on.`,
  refused: (label: string) =>
    `${label} no longer accepts our access. Reconnect it; nothing is lost meanwhile.`,
  interrupted: (label: string) =>
    `${label} renewed our access, but its answer never arrived here, and it can be had only once. Reconnect it; nothing is lost meanwhile.`,
} as const;

/** The error of a workspace whose vendor is not connected yet, or whose grant the vendor no longer honours. */
export function needsReconnect(vendor: Vendor, why: keyof typeof sentences, cause?: unknown): AppError {
  const label = vendorLabels[vendor];
  const userMessage = sentences[why](label);
  return new AppError("needs_reconnect", {
    message: `${vendor} grant ${why}`,
    userMessage,
    cause,
    details: { vendor, why },
  });
}
