import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { authOptions } from "@/server/auth/options";
import { processDeps } from "@/server/use-cases/deps";

type RouteContext = { params: Promise<{ nextauth: string[] }> };

/** next-auth's own endpoints: csrf, session, sign-in, sign-out. */
async function handle(request: NextRequest, context: RouteContext): Promise<Response> {
  const answer: unknown = await NextAuth(request, context, authOptions(processDeps()));
  return answer instanceof Response ? answer : new Response(null, { status: 500 });
}

export { handle as GET, handle as POST };
