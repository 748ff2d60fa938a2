import { ControlError } from "../lib/http-error";
import type { Company } from "./company";
import { sendUninstallNotice } from "./uninstall-notice";
import type { UninstallNotice } from "./uninstall-notice";
import type { PipedriveWorld } from "./world";

/** Ends what a user installed: tokens die, webhooks of the app vanish, and the app is told, once (facts §1, §8). */
export async function uninstall(
  world: PipedriveWorld,
  company: Company,
  userId: number,
): Promise<UninstallNotice[]> {
  const companyId = company.profile.id;
  const ended = world.grants
    .installations()
    .filter((one) => one.companyId === companyId && one.userId === userId);
  if (ended.length === 0) throw new ControlError(404, `User ${userId} has not installed the app.`);
  for (const { key, refreshToken } of ended) {
    world.grants.revoke(refreshToken);
    company.hooks.removeOf(key);
  }
  const at = new Date(world.clock.nowMs()).toISOString();
  const urls = [...new Set(ended.map(({ redirectUri }) => redirectUri))];
  const notices = await Promise.all(
    urls.map((url) => sendUninstallNotice(world.app, { url, companyId, userId, at })),
  );
  world.notices.push(...notices);
  return notices;
}
