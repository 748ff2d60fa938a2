import type { APIRequestContext } from "@playwright/test";

import type { VendorSide } from "./vendor-side";

/** A procedure of the API with the input it is called with; `verb` says how tRPC wants it over HTTP. */
export type Call = {
  path: string;
  verb: "query" | "mutation";
  input: object;
  /** Refused to the owner of a workspace too, as it is called here. */
  isRefusedHere?: true;
};

/** What came back, unparsed. */
export type Answer = { status: number; body: string };

/** Calls a procedure as the browser would, with the cookies of `request`. */
export async function callProcedure(
  request: APIRequestContext,
  { path, verb, input }: Call,
): Promise<Answer> {
  const url = `/api/trpc/${path}`;
  const answer =
    verb === "query"
      ? await request.get(url, { params: { input: JSON.stringify({ json: input }) } })
      : await request.post(url, { data: { json: input } });
  return { status: answer.status(), body: await answer.text() };
}

/** Those of members, invitations, the audit log and the workspace itself. */
function membersCalls(own: { workspace: string }): readonly Call[] {
  return [
    { path: "members.list", verb: "query", input: own },
    {
      ...{ path: "members.changeRole", verb: "mutation", isRefusedHere: true },
      input: { ...own, userId: "usr_none", role: "viewer" },
    },
    {
      ...{ path: "members.remove", verb: "mutation", isRefusedHere: true },
      input: { ...own, userId: "usr_none" },
    },
    {
      ...{ path: "invitations.create", verb: "mutation" },
      input: { ...own, email: "somebody@example.com", role: "viewer" },
    },
    ...(["invitations.resend", "invitations.withdraw"] as const).map((path) => ({
      ...({ path, verb: "mutation", isRefusedHere: true } as const),
      input: { ...own, invitationId: "inv_none" },
    })),
    { path: "audit.list", verb: "query", input: own },
    { path: "workspace.rename", verb: "mutation", input: { ...own, name: "Renamed" } },
    { path: "workspace.leave", verb: "mutation", input: own, isRefusedHere: true },
    {
      ...{ path: "workspace.erase", verb: "mutation", isRefusedHere: true },
      input: { ...own, typedName: "not its name" },
    },
    { path: "workspace.keep", verb: "mutation", input: own },
  ];
}

/** Every procedure that is bound to a workspace, but the publishing of a mapping, whose input must be whole. */
export function workspaceCalls(workspace: string, recordId: string, side: VendorSide): readonly Call[] {
  const own = { workspace };
  const record = { workspace, recordId };
  return [
    { path: "overview.get", verb: "query", input: own },
    { path: "records.list", verb: "query", input: own },
    { path: "records.get", verb: "query", input: record },
    { path: "records.replay", verb: "mutation", input: record },
    { path: "activity.list", verb: "query", input: own },
    { path: "sync.checkNow", verb: "mutation", input: own },
    { path: "onboarding.get", verb: "query", input: own },
    { path: "onboarding.listBusinesses", verb: "query", input: own },
    { path: "onboarding.proposeMapping", verb: "query", input: own },
    {
      path: "onboarding.chooseBusiness",
      verb: "mutation",
      input: { ...own, businessId: String(side.businessId) },
    },
    { path: "connections.get", verb: "query", input: own },
    { path: "connections.ping", verb: "mutation", input: { ...own, vendor: "pipedrive" } },
    { path: "connections.preflight", verb: "query", input: own },
    {
      ...{ path: "connections.connectByToken", verb: "mutation", isRefusedHere: true },
      input: { ...own, token: "0".repeat(40), company: "acme" },
    },
    { path: "installs.accept", verb: "mutation", input: own, isRefusedHere: true },
    ...membersCalls(own),
    { path: "connections.registerCallbacks", verb: "mutation", input: own },
    // Last, since nothing is connected after it.
    { path: "connections.disconnect", verb: "mutation", input: { ...own, vendor: "pipedrive" } },
  ];
}
