import { TRPCError } from "@trpc/server";
import { notFound, redirect } from "next/navigation";
import { createCaller } from "@/server/api/root";

type ServerApi = ReturnType<typeof createCaller>;

/**
 * Loads what a page shows at first paint, through the same procedures and checks as over HTTP. A stranger is
 * sent to sign in and back to `path`; what is not theirs does not exist for them; anything else goes to the
 * error page.
 */
export async function loadForPage<T>(path: string, load: (api: ServerApi) => Promise<T>): Promise<T> {
  try {
    return await load(createCaller());
  } catch (error) {
    if (error instanceof TRPCError && error.code === "UNAUTHORIZED") {
      redirect(`/sign-in?callbackUrl=${encodeURIComponent(path)}`);
    }
    if (error instanceof TRPCError && error.code === "NOT_FOUND") notFound();
    throw error;
  }
}
