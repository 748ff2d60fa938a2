import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { authRequest } from "@/server/auth/auth-request";
import { authOptions } from "@/server/auth/options";
import { syncDeps } from "@/server/jobs/job-deps";

type RouteContext = { params: Promise<{ nextauth: string[] }> };

/** next-auth's own endpoints: csrf, session, sign-in, sign-out, and the way back from other services. */
async function handle(request: NextRequest, context: RouteContext): Promise<Response> {
  // Next-auth would tell a "no" from a failure by its log alone.
  if (request.nextUrl.searchParams.get("error") === "access_denied") {
    return new Response(null, { status: 303, headers: { location: "/sign-in?error=denied" } });
  }
  const cookieOf = (name: string) => request.cookies.get(name)?.value;
  const options = authOptions(await authRequest(syncDeps(), request.headers, cookieOf));
  const answer: unknown = await NextAuth(request, context, options);
  return answer instanceof Response ? answer : new Response(null, { status: 500 });
}

export { handle as GET, handle as POST };
