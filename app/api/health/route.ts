import { readHealth } from "@/server/startup/read-health";

export const dynamic = "force-dynamic";

/** 200 when this process can do its work, 503 when it cannot; the body says which part is at fault. */
export async function GET(): Promise<Response> {
  const health = await readHealth();
  return Response.json(health, { status: health.ok ? 200 : 503, headers: { "cache-control": "no-store" } });
}
