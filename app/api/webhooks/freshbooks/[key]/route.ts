import { after } from "next/server";
import { syncDeps } from "@/server/jobs/job-deps";
import { readForm } from "@/server/use-cases/webhook/read-form";
import { receiveWebhook } from "@/server/use-cases/webhook/receive-webhook";

type Context = { params: Promise<{ key: string }> };

/** FreshBooks' deliveries and handshakes: read, verify, store, answer; nothing else before the answer. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const form = await readForm(request);
  if (!form.ok) return new Response(null, { status: form.status });
  const { key } = await params;
  const signature = request.headers.get("x-freshbooks-hmac-sha256");
  const { status, afterwards } = await receiveWebhook(syncDeps(), { key, rawBody: form.text, signature });
  if (afterwards) after(afterwards);
  return new Response(null, { status });
}
