import { randomBytes } from "node:crypto";

import { startStack } from "@/scripts/lib/stack";
import { findStack, publishAppSettings, publishStack } from "./environment";
import { startOidcIssuer } from "./support/oidc-issuer";

/**
 * Starts one stack for the whole run: the production build between both sandboxes, with a second pair of them for the
 * workspaces that are tried, on a database of its own and free ports. Returns what stops it. A stack that `E2E_STACK`
 * already names is used as it is and left running.
 */
export default async function globalSetup(): Promise<() => Promise<void>> {
  if (findStack()) return () => Promise.resolve();
  const metricsToken = randomBytes(16).toString("hex");
  const issuer = await startOidcIssuer();
  publishAppSettings({ metricsToken, issuer });
  const { stop, ...stack } = await startStack({
    ...{ mode: "production", ephemeral: true, ports: "free", sandboxesAre: "both" },
  });
  const { appUrl, freshbooksUrl, pipedriveUrl, beside } = stack;
  if (beside === null) throw new Error("The stack has no sandbox beside the vendors.");
  publishStack({ appUrl, freshbooksUrl, pipedriveUrl, beside, metricsToken });
  return async () => {
    await stop();
    await issuer.stop();
  };
}
