import { mayReadMetrics, renderMetrics } from "@/server/startup/metrics";

export const dynamic = "force-dynamic";

/** Prometheus text for the operator, guarded by `METRICS_TOKEN`. */
export async function GET(request: Request): Promise<Response> {
  if (!mayReadMetrics(request.headers.get("authorization"))) return new Response(null, { status: 401 });
  const headers = { "content-type": "text/plain; version=0.0.4; charset=utf-8", "cache-control": "no-store" };
  return new Response(await renderMetrics(), { headers });
}
