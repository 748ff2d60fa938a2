import "server-only";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { componentContext, requestContext } from "./context";
import { logError } from "./log-error";
import { list as listActivity } from "./routers/activity/list";
import { list as listAudit } from "./routers/audit/list";
import { cancelEmailChangeProcedure } from "./routers/account/cancel-email-change";
import { changePasswordProcedure } from "./routers/account/change-password";
import { confirmEmailChangeProcedure } from "./routers/account/confirm-email-change";
import { listSessionsProcedure } from "./routers/account/list-sessions";
import { profile } from "./routers/account/profile";
import { renameProcedure } from "./routers/account/rename";
import { requestEmailChangeProcedure } from "./routers/account/request-email-change";
import { requestResetProcedure } from "./routers/account/request-reset";
import { resendVerificationProcedure } from "./routers/account/resend-verification";
import { resetPasswordProcedure } from "./routers/account/reset-password";
import { revokeOtherSessionsProcedure } from "./routers/account/revoke-other-sessions";
import { revokeSessionProcedure } from "./routers/account/revoke-session";
import { signUpProcedure } from "./routers/account/sign-up";
import { verifyEmailProcedure } from "./routers/account/verify-email";
import { beginTotpProcedure } from "./routers/security/begin-totp";
import { confirmTotpProcedure } from "./routers/security/confirm-totp";
import { disableTotpProcedure } from "./routers/security/disable-totp";
import { methodsProcedure } from "./routers/security/methods";
import { passSecondFactorProcedure } from "./routers/security/pass-second-factor";
import { renewRecoveryCodesProcedure } from "./routers/security/renew-recovery-codes";
import { requestSignInLinkProcedure } from "./routers/security/request-sign-in-link";
import { unlinkProcedure } from "./routers/security/unlink";
import { connectByTokenProcedure } from "./routers/connections/connect-by-token";
import { disconnectProcedure } from "./routers/connections/disconnect";
import { get as getConnections } from "./routers/connections/get";
import { pingProcedure } from "./routers/connections/ping";
import { preflightProcedure } from "./routers/connections/preflight";
import { registerCallbacksProcedure } from "./routers/connections/register-callbacks";
import { accept as acceptInvitation } from "./routers/invitations/accept";
import { create as createInvitation } from "./routers/invitations/create";
import { preview as previewInvitation } from "./routers/invitations/preview";
import { resend as resendInvitation } from "./routers/invitations/resend";
import { withdraw as withdrawInvitation } from "./routers/invitations/withdraw";
import { changeRoleProcedure } from "./routers/members/change-role";
import { list as listMembers } from "./routers/members/list";
import { remove as removeMember } from "./routers/members/remove";
import { acceptProcedure as acceptInstallProcedure } from "./routers/installs/accept";
import { heldProcedure } from "./routers/installs/held";
import { listMailsProcedure } from "./routers/mailbox/list";
import { chooseBusinessProcedure } from "./routers/onboarding/choose-business";
import { get as getOnboarding } from "./routers/onboarding/get";
import { listBusinessesProcedure } from "./routers/onboarding/list-businesses";
import { proposeMappingProcedure } from "./routers/onboarding/propose-mapping";
import { publishMappingProcedure } from "./routers/onboarding/publish-mapping";
import { get as getOverview } from "./routers/overview/get";
import { get as getRecord } from "./routers/records/get";
import { list as listRecords } from "./routers/records/list";
import { replay } from "./routers/records/replay";
import { checkNow } from "./routers/sync/check-now";
import { create as createWorkspace } from "./routers/workspace/create";
import { erase as eraseWorkspace } from "./routers/workspace/erase";
import { keep as keepWorkspace } from "./routers/workspace/keep";
import { leave as leaveWorkspace } from "./routers/workspace/leave";
import { list as listWorkspaces } from "./routers/workspace/list";
import { rename as renameWorkspace } from "./routers/workspace/rename";
import { createCallerFactory, router } from "./trpc";

/** Every procedure of the product, one file each under `routers/`. */
export const appRouter = router({
  account: router({
    signUp: signUpProcedure,
    verifyEmail: verifyEmailProcedure,
    resendVerification: resendVerificationProcedure,
    requestReset: requestResetProcedure,
    resetPassword: resetPasswordProcedure,
    requestEmailChange: requestEmailChangeProcedure,
    cancelEmailChange: cancelEmailChangeProcedure,
    confirmEmailChange: confirmEmailChangeProcedure,
    rename: renameProcedure,
    changePassword: changePasswordProcedure,
    profile,
    listSessions: listSessionsProcedure,
    revokeSession: revokeSessionProcedure,
    revokeOtherSessions: revokeOtherSessionsProcedure,
  }),
  security: router({
    methods: methodsProcedure,
    requestSignInLink: requestSignInLinkProcedure,
    beginTotp: beginTotpProcedure,
    confirmTotp: confirmTotpProcedure,
    disableTotp: disableTotpProcedure,
    renewRecoveryCodes: renewRecoveryCodesProcedure,
    passSecondFactor: passSecondFactorProcedure,
    unlink: unlinkProcedure,
  }),
  workspace: router({
    create: createWorkspace,
    list: listWorkspaces,
    rename: renameWorkspace,
    leave: leaveWorkspace,
    erase: eraseWorkspace,
    keep: keepWorkspace,
  }),
  members: router({ list: listMembers, changeRole: changeRoleProcedure, remove: removeMember }),
  invitations: router({
    create: createInvitation,
    resend: resendInvitation,
    withdraw: withdrawInvitation,
    preview: previewInvitation,
    accept: acceptInvitation,
  }),
  audit: router({ list: listAudit }),
  onboarding: router({
    get: getOnboarding,
    listBusinesses: listBusinessesProcedure,
    chooseBusiness: chooseBusinessProcedure,
    proposeMapping: proposeMappingProcedure,
    publishMapping: publishMappingProcedure,
  }),
  connections: router({
    get: getConnections,
    ping: pingProcedure,
    preflight: preflightProcedure,
    connectByToken: connectByTokenProcedure,
    registerCallbacks: registerCallbacksProcedure,
    disconnect: disconnectProcedure,
  }),
  installs: router({ held: heldProcedure, accept: acceptInstallProcedure }),
  overview: router({ get: getOverview }),
  records: router({ list: listRecords, get: getRecord, replay }),
  sync: router({ checkNow }),
  activity: router({ list: listActivity }),
  mailbox: router({ list: listMailsProcedure }),
});

export type AppRouter = typeof appRouter;

/** Calls procedures with a given context. */
export const callerFor = createCallerFactory(appRouter);

/**
 * Calls procedures from a server component, as the person signed in on this request:
 * `await createCaller().records.list({ workspace })`. Throws `TRPCError`; its `code` tells NOT_FOUND from the rest.
 */
export function createCaller() {
  return callerFor(componentContext);
}

/** Answers a request to `/api/trpc`. */
export async function handleTrpcRequest(request: Request): Promise<Response> {
  return await fetchRequestHandler({
    endpoint: "/api/trpc",
    req: request,
    router: appRouter,
    createContext: () => requestContext(request.headers),
    onError: ({ error, path, ctx }) => {
      logError(error, { path, requestId: ctx?.requestId });
    },
  });
}
