import type { ConnectionEnvironment, Vendor } from "../db/generated/enums";
import type { Viewer } from "../db/repos/session";
import type { Member } from "../db/tenant";
import { finishConnect } from "../use-cases/connections/finish-connect";
import { startConnect } from "../use-cases/connections/start-connect";
import { actorOf } from "./people";
import type { TestDeps } from "./test-deps";

/** What the vendor sent back with the person. */
export type Returned = { state: string | null; code: string | null; error: string | null };

/** Allows or denies on the stand-in's consent page, as a browser would, and reads where it sends the person. */
async function decideConsent(
  consentUrl: string,
  decision: "allow" | "deny",
  vendorUserId: number | undefined,
): Promise<Returned> {
  const { origin, pathname, searchParams } = new URL(consentUrl);
  const body = new URLSearchParams(searchParams);
  body.set("decision", decision);
  if (vendorUserId !== undefined) body.set("user_id", String(vendorUserId));
  const answer = await fetch(`${origin}${pathname}`, { method: "POST", body, redirect: "manual" });
  const query = new URL(answer.headers.get("location") ?? "http://nowhere.invalid/").searchParams;
  return { state: query.get("state"), code: query.get("code"), error: query.get("error") };
}

/** Who connects what; real accounts unless told otherwise, and as the vendor's first user unless one is named. */
type Consenting = {
  viewer: Viewer;
  member: Member;
  vendor: Vendor;
  environment?: ConnectionEnvironment;
  vendorUserId?: number | undefined;
};

/** Begins a consent as this person, and decides it. */
export async function askConsent(
  deps: TestDeps,
  input: Consenting & { decision?: "allow" | "deny" },
): Promise<Returned> {
  const { userId, sessionId } = input.viewer;
  const { vendor, environment = "live" } = input;
  const url = await startConnect(deps, input.member.tenant, { vendor, environment, userId, sessionId });
  return await decideConsent(url, input.decision ?? "allow", input.vendorUserId);
}

/** Connects a vendor from the button to the stored grant; answers the path the person is sent to. */
export async function connect(deps: TestDeps, input: Consenting): Promise<string> {
  const returned = await askConsent(deps, input);
  return await finishConnect(deps, {
    viewer: input.viewer,
    actor: actorOf(input.viewer),
    answer: { vendor: input.vendor, ...returned },
    authorize: () => Promise.resolve(),
  });
}
