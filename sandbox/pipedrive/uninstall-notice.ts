/** One notice that the app was uninstalled. `status` 0 means that no answer came; nothing is sent again (facts §1). */
export interface UninstallNotice {
  readonly url: string;
  readonly companyId: number;
  readonly userId: number;
  readonly at: string;
  readonly status: number;
}

const TIMEOUT_MS = 10_000;

/** Sends `DELETE` to the app's callback URL, with the app's own credentials, and does not mind the answer. */
export async function sendUninstallNotice(
  app: { readonly clientId: string; readonly clientSecret: string },
  notice: Omit<UninstallNotice, "status">,
): Promise<UninstallNotice> {
  const { url, companyId, userId, at } = notice;
  const basic = Buffer.from(`${app.clientId}:${app.clientSecret}`).toString("base64");
  const body = { client_id: app.clientId, company_id: companyId, user_id: userId, timestamp: at };
  try {
    const answer = await fetch(url, {
      method: "DELETE",
      redirect: "manual",
      headers: { authorization: `Basic ${basic}`, "content-type": "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await answer.body?.cancel();
    return { ...notice, status: answer.status };
  } catch {
    // An app that cannot be reached is uninstalled all the same.
    return { ...notice, status: 0 };
  }
}
