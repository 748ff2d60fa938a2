import { TRPCError } from "@trpc/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Role } from "../db/generated/enums";
import type { Viewer } from "../db/repos/session";
import type { Member } from "../db/tenant";
import { createMember, createViewer, joinWorkspace } from "../testing/people";
import { createTestDeps } from "../testing/test-deps";
import type { TestDeps } from "../testing/test-deps";
import type { Context } from "./context";
import { appRouter, callerFor } from "./root";

/** Who may call a procedure: anyone, anyone signed in, or members with at least this role. */
type Rule = "public" | "signed_in" | Role;

type Row = {
  rule: Rule;
  input?: object;
  /** What a public procedure answers here to somebody unknown, where it is not "OK". */
  anonymous?: string;
};

/** One row per procedure, on a server that can send no mail. A procedure without a row fails the test. `input` is valid but for the workspace. */
const table: Record<string, Row> = {
  "account.signUp": {
    rule: "public",
    input: { name: "A", email: "a@example.com", password: "an unheard-of one" },
  },
  "account.verifyEmail": { rule: "public", input: { token: "x".repeat(43) }, anonymous: "BAD_REQUEST" },
  "account.resendVerification": { rule: "signed_in" },
  "account.requestReset": {
    rule: "public",
    input: { email: "a@example.com" },
    anonymous: "PRECONDITION_FAILED",
  },
  "account.resetPassword": {
    rule: "public",
    input: { token: "x".repeat(43), password: "a new and long one" },
    anonymous: "BAD_REQUEST",
  },
  "account.requestEmailChange": { rule: "signed_in", input: { email: "b@example.com" } },
  "account.cancelEmailChange": { rule: "signed_in" },
  "account.confirmEmailChange": {
    rule: "public",
    input: { token: "x".repeat(43) },
    anonymous: "BAD_REQUEST",
  },
  "account.rename": { rule: "signed_in", input: { name: "B" } },
  "account.changePassword": { rule: "signed_in", input: { password: "a new and long one" } },
  "account.profile": { rule: "signed_in" },
  "account.listSessions": { rule: "signed_in" },
  "account.revokeSession": { rule: "signed_in", input: { sessionId: "ses_none" } },
  "account.revokeOtherSessions": { rule: "signed_in" },
  "security.methods": { rule: "public" },
  "security.requestSignInLink": {
    rule: "public",
    input: { email: "a@example.com" },
    anonymous: "PRECONDITION_FAILED",
  },
  "security.beginTotp": { rule: "signed_in" },
  "security.confirmTotp": { rule: "signed_in", input: { code: "000000" } },
  "security.disableTotp": { rule: "signed_in", input: { code: "000000" } },
  "security.renewRecoveryCodes": { rule: "signed_in", input: { code: "000000" } },
  "security.passSecondFactor": { rule: "public", input: { code: "000000" }, anonymous: "UNAUTHORIZED" },
  "security.unlink": { rule: "signed_in", input: { provider: "google" } },
  "workspace.create": { rule: "signed_in", input: { name: "Another" } },
  "workspace.list": { rule: "signed_in" },
  "workspace.rename": { rule: "admin", input: { name: "Renamed" } },
  "workspace.leave": { rule: "viewer" },
  "workspace.erase": { rule: "owner", input: { typedName: "Not its name" } },
  "workspace.keep": { rule: "owner" },
  "members.list": { rule: "viewer" },
  "members.changeRole": { rule: "admin", input: { userId: "usr_none", role: "viewer" } },
  "members.remove": { rule: "admin", input: { userId: "usr_none" } },
  "invitations.create": { rule: "admin", input: { email: "new@example.com", role: "viewer" } },
  "invitations.resend": { rule: "admin", input: { invitationId: "inv_none" } },
  "invitations.withdraw": { rule: "admin", input: { invitationId: "inv_none" } },
  "invitations.preview": { rule: "public", input: { token: "x".repeat(43) }, anonymous: "BAD_REQUEST" },
  "invitations.accept": { rule: "signed_in", input: { token: "x".repeat(43) } },
  "audit.list": { rule: "admin" },
  "onboarding.get": { rule: "viewer" },
  "onboarding.listBusinesses": { rule: "admin" },
  "onboarding.chooseBusiness": { rule: "admin", input: { businessId: "550001" } },
  "onboarding.proposeMapping": { rule: "viewer" },
  "onboarding.publishMapping": {
    rule: "admin",
    input: {
      rules: {
        schema: 1,
        pipelineId: 1,
        stageOrder: [1],
        stageNames: {},
        states: Object.fromEntries(
          [
            ...["draft", "sent", "viewed", "partial", "overdue", "paid", "autopaid", "retrying", "failed"],
            ...["disputed", "declined", "archived", "deleted"],
          ].map((state) => [state, { stageId: 1, status: "open", lostReason: null }]),
        ),
        partialOverdue: "overdue",
        dealTitle: "x",
      },
    },
  },
  "connections.get": { rule: "viewer" },
  "connections.ping": { rule: "editor", input: { vendor: "pipedrive" } },
  "connections.preflight": { rule: "editor" },
  "connections.connectByToken": {
    rule: "admin",
    input: { token: "0123456789".repeat(4), company: "acme" },
  },
  "connections.registerCallbacks": { rule: "admin" },
  "connections.disconnect": { rule: "admin", input: { vendor: "freshbooks" } },
  "installs.held": { rule: "signed_in" },
  "installs.accept": { rule: "admin" },
  "overview.get": { rule: "viewer" },
  "records.list": { rule: "viewer" },
  "records.get": { rule: "viewer", input: { recordId: "rec_1" } },
  "records.replay": { rule: "editor", input: { recordId: "rec_1" } },
  "sync.checkNow": { rule: "editor" },
  "activity.list": { rule: "viewer" },
  "mailbox.list": { rule: "public", anonymous: "NOT_FOUND" },
};

const procedures = Object.keys(appRouter._def.procedures);
const ranks: readonly Role[] = ["viewer", "editor", "admin", "owner"];
const bound = procedures.filter((path) => {
  const rule = table[path]?.rule;
  return rule !== undefined && rule !== "public" && rule !== "signed_in";
});

let deps: TestDeps;
let slug: string;
let member: Member;
let stranger: Viewer;
let byRole: Record<Role, Viewer>;

beforeAll(async () => {
  deps = await createTestDeps();
  const made = await createMember(deps);
  ({ member } = made);
  const { viewer: owner } = made;
  slug = member.slug;
  const [admin, editor, viewer] = [
    await joinWorkspace(deps, member, "admin"),
    await joinWorkspace(deps, member, "editor"),
    await joinWorkspace(deps, member, "viewer"),
  ];
  byRole = { owner, admin, editor, viewer };
  ({ viewer: stranger } = await createMember(deps));
});

afterAll(async () => {
  await deps.close();
});

/** Calls a procedure by its path, as tRPC would for a request; answers its error code or "OK". */
async function outcome(path: string, viewer: Viewer | null, workspace = slug): Promise<string> {
  const context: Context = {
    deps,
    viewer,
    requestId: "walk",
    pending: () => Promise.resolve(null),
    isCrossSite: false,
    address: null,
    userAgent: null,
    heldInstall: null,
  };
  const [noun = "", verb = ""] = path.split(".");
  const namespace: unknown = Reflect.get(callerFor(context), noun);
  const call: unknown = Reflect.get(Object(namespace), verb);
  if (typeof call !== "function") throw new Error(`${path} cannot be called`);
  try {
    await Reflect.apply(call, undefined, [{ workspace, ...table[path]?.input }]);
    return "OK";
  } catch (error) {
    if (error instanceof TRPCError) return error.code;
    throw error;
  }
}

describe("every procedure", () => {
  it("has a row in the table, and every row a procedure", () => {
    expect(Object.keys(table).sort()).toEqual([...procedures].sort());
  });

  it.each(procedures)("%s: anonymous callers are turned away unless it is public", async (path) => {
    const expected = table[path]?.rule === "public" ? (table[path].anonymous ?? "OK") : "UNAUTHORIZED";
    expect(await outcome(path, null)).toBe(expected);
  });

  it.each(bound)("%s: to a stranger the workspace does not exist", async (path) => {
    expect(await outcome(path, stranger)).toBe("NOT_FOUND");
    expect(await outcome(path, byRole.owner, "no-such-workspace")).toBe("NOT_FOUND");
  });

  it.each(bound)("%s: every role below the needed one is refused", async (path) => {
    const needed = ranks.findIndex((role) => role === table[path]?.rule);
    for (const role of ranks.slice(0, needed)) {
      expect(await outcome(path, byRole[role]), role).toBe("FORBIDDEN");
    }
  });

  it.each(bound)("%s: the needed role is not over-blocked", async (path) => {
    const role = ranks.find((candidate) => candidate === table[path]?.rule) ?? "owner";
    // Somebody of their own, for a call may be the last that they can make here.
    const viewer = await joinWorkspace(deps, member, role);
    expect(["UNAUTHORIZED", "FORBIDDEN"]).not.toContain(await outcome(path, viewer));
  });

  it.each(procedures)("%s: says both what it takes and what it gives", (path) => {
    const procedure: unknown = Reflect.get(appRouter._def.procedures, path);
    const definition: unknown = Reflect.get(Object(procedure), "_def");
    expect(Reflect.get(Object(definition), "output")).toBeDefined();
  });
});

describe("a change that another site's page asks for", () => {
  it.each(["account.signUp", "records.replay", "onboarding.publishMapping"])(
    "%s is refused",
    async (path) => {
      const context: Context = {
        deps,
        viewer: byRole.owner,
        requestId: "walk",
        pending: () => Promise.resolve(null),
        isCrossSite: true,
        address: null,
        userAgent: null,
        heldInstall: null,
      };
      const [noun = "", verb = ""] = path.split(".");
      const call: unknown = Reflect.get(Object(Reflect.get(callerFor(context), noun)), verb);
      if (typeof call !== "function") throw new Error(`${path} cannot be called`);
      const input = { workspace: slug, ...table[path]?.input };
      await expect(Reflect.apply(call, undefined, [input])).rejects.toMatchObject({ code: "FORBIDDEN" });
    },
  );

  it("reading is not", async () => {
    const context: Context = {
      deps,
      viewer: byRole.owner,
      requestId: "walk",
      pending: () => Promise.resolve(null),
      isCrossSite: true,
      address: null,
      userAgent: null,
      heldInstall: null,
    };
    expect(await callerFor(context).workspace.list()).toHaveLength(1);
  });
});

describe("a stranger who was let in nowhere", () => {
  it("sees an empty list of workspaces", async () => {
    const context: Context = {
      deps,
      viewer: await createViewer(deps),
      requestId: "walk",
      pending: () => Promise.resolve(null),
      isCrossSite: false,
      address: null,
      userAgent: null,
      heldInstall: null,
    };
    expect(await callerFor(context).workspace.list()).toEqual([]);
  });
});
