import "server-only";
import type { Vendor } from "../../db/generated/enums";
import type { ReconnectReason } from "../../db/repos/refresh-lease";
import { vendorLabels } from "../../vendors/http/vendor-error";

const sentences = {
  refused:
    "%s no longer accepts our access: it was withdrawn there, or the person who connected it was deactivated.",
  interrupted:
    "%s renewed our access, but its answer never arrived here, and it gives each renewal only once.",
  uninstalled: "The app was uninstalled at %s.",
  disconnected:
    "It was disconnected here. What came of it is kept, and only the same account may be connected again.",
  unreadable:
    "The key that our access to %s was sealed with is no longer among this server's keys, so it cannot be opened.",
} as const satisfies Record<ReconnectReason, string>;

function isKnown(reason: string): reason is ReconnectReason {
  return Object.hasOwn(sentences, reason);
}

/** Why a connection asks to be made again, for reading; null while it does not. */
export function reconnectSentence(vendor: Vendor, reason: string | null): string | null {
  if (reason === null) return null;
  return sentences[isKnown(reason) ? reason : "refused"].replace("%s", vendorLabels[vendor]);
}
