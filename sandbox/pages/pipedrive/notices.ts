import { BACKSTAGE_NOTICES } from "../backstage/notices";
import { DEAL_ACTS } from "./deal-acts";

/** Sentences that say what was done, by the key in the address. */
export const NOTICES: ReadonlyMap<string, string> = new Map([
  ...BACKSTAGE_NOTICES,
  ...DEAL_ACTS.map(({ key, done }) => [key, done] as const),
  ["deal-created", "Deal created."],
  ["deal-saved", "Deal saved."],
  ["deal-moved", "Deal moved."],
  ["organization-created", "Organization created."],
  ["organization-saved", "Organization renamed."],
  ["organization-deleted", "Organization deleted."],
  ["uninstalled", "The app was uninstalled and told so."],
  ["deactivated", "The user was deactivated: their tokens stop working."],
]);
