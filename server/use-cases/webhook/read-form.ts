/** 64 KiB: FreshBooks sends thin forms of some hundred bytes (facts §3.4). */
const longestBytes = 64 * 1024;

export type FormText = { ok: true; text: string } | { ok: false; status: 413 | 415 };

/**
 * The request's body as text, byte for byte what was sent, without ever holding more than the limit. Refuses what is
 * not a form (415) or too long (413).
 */
export async function readForm(request: Request): Promise<FormText> {
  const type = (request.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase();
  if (type !== "application/x-www-form-urlencoded") return { ok: false, status: 415 };
  if (Number(request.headers.get("content-length") ?? "0") > longestBytes) return { ok: false, status: 413 };
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > longestBytes) return { ok: false, status: 413 };
    chunks.push(chunk);
  }
  return { ok: true, text: Buffer.concat(chunks).toString("utf8") };
}
