import "server-only";
import { z } from "zod";
import { sealerOf } from "../credentials/seal";
import { unownedContext } from "../credentials/unowned-context";
import type { Env } from "../lib/env";
import type { RenderedMail } from "./render-mail";

const bodySchema = z.object({ subject: z.string(), text: z.string(), html: z.string() });

/** A mail's words, sealed for its row. */
export function sealBody(env: Env, mailId: string, body: RenderedMail): string {
  return sealerOf(env).seal(JSON.stringify(body), unownedContext("mail", mailId));
}

/** The words again. Throws what `Sealer.open` throws. */
export function openBody(env: Env, mailId: string, sealedBody: string): RenderedMail {
  const text = sealerOf(env).open(sealedBody, unownedContext("mail", mailId));
  return bodySchema.parse(JSON.parse(text));
}
