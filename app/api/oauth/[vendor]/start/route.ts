import type { NextRequest } from "next/server";
import { requirePermission } from "@/server/auth/access";
import { readSession } from "@/server/auth/session";
import { environmentSchema, vendorSchema } from "@/server/contracts/connect";
import { connectErrorOf } from "@/server/use-cases/connections/connect-error-of";
import { startConnect } from "@/server/use-cases/connections/start-connect";
import { processDeps } from "@/server/use-cases/deps";

type RouteContext = { params: Promise<{ vendor: string }> };

function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location } });
}

/** The connect button: sends a member who may connect to the vendor's consent page. */
export async function GET(request: NextRequest, { params }: RouteContext): Promise<Response> {
  const vendor = vendorSchema.safeParse((await params).vendor).data;
  const { searchParams } = request.nextUrl;
  const environment = environmentSchema.safeParse(searchParams.get("environment") ?? "live").data;
  const slug = searchParams.get("workspace") ?? "";
  if (!vendor || !environment) return new Response("Unknown vendor.", { status: 404 });
  // The Marketplace's "Installation URL" leads here, with nobody's workspace in it (facts pipedrive §9.2).
  if (vendor === "pipedrive" && slug === "") return seeOther("/connect/pipedrive");
  const viewer = await readSession();
  const back = `/${encodeURIComponent(slug)}/onboarding`;
  if (!viewer) return seeOther(`/sign-in?callbackUrl=${encodeURIComponent(back)}`);
  const deps = processDeps();
  try {
    const { userId, sessionId } = viewer;
    const { tenant } = await requirePermission(deps.db, userId, slug, "connections.manage");
    return seeOther(await startConnect(deps, tenant, { vendor, environment, userId, sessionId }));
  } catch (error) {
    deps.log.warn({ err: error, vendor }, "consent not begun");
    return seeOther(`${back}?error=${connectErrorOf(error)}&vendor=${vendor}`);
  }
}
