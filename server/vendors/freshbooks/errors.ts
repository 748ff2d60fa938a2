import { z } from "zod";
import type { VendorErrorKind } from "../http/vendor-error";
import type { Explanation } from "../http/request";

const code = z.union([z.string(), z.number()]).transform(String);
const words = z.string().nullish();

/** `{"errno":1012,"field":"userid","message":"Client not found."}` inside `response.errors` (facts §7). */
const classicItem = z.object({ errno: code, message: words, object: words.catch(null) });
const classic = z.object({
  response: z.object({
    errors: z.union([z.array(classicItem).min(1), classicItem.transform((item) => [item])]),
  }),
});

/** `google.rpc` style since about 2023: the old errno stands in `reason`. */
const rpc = z.object({
  code,
  message: words,
  details: z
    .array(
      z.object({
        reason: code.nullish(),
        metadata: z.object({ message: words, object: words.catch(null) }).nullish(),
      }),
    )
    .nullish()
    .catch(null),
});

/** Events and business families (facts §3.7): flat, `errno` or not. */
const flat = z.object({
  errno: code.nullish(),
  message: z.string(),
  details: z.array(z.string()).nullish().catch(null),
});

/** OAuth and the gateway: `{"error":"unauthenticated","error_description":"…"}`. */
const oauth = z.object({ error: z.string(), error_description: words });

/** What each known errno means, wherever it turns up. */
const kindByErrno: Readonly<Record<string, VendorErrorKind>> = {
  "1003": "forbidden",
  "1011": "gone",
  "1012": "not_found",
  "1038": "forbidden",
  "1042": "forbidden",
  "12001": "forbidden",
};

type Said = { code: string | undefined; detail: string | undefined; object?: string | null | undefined };

/** "Deleted" and "unknown". */
const absences: ReadonlySet<string> = new Set(["1011", "1012"]);

/**
 * "Unknown" said of the account, or of anything else than what was asked for, is no word about that: the way to it is
 * closed. Where `about` names that, an absence of nothing in particular is none of it either.
 */
function explain({ object, ...said }: Said, about: string | undefined): Explanation {
  if (said.code === undefined || !absences.has(said.code)) return said;
  if (about === undefined) return object === "account" ? { ...said, kind: "forbidden" } : said;
  return object === about ? said : { ...said, kind: "forbidden" };
}

function readClassic(json: unknown): Said | undefined {
  const first = classic.safeParse(json).data?.response.errors[0];
  return first && { code: first.errno, detail: first.message ?? undefined, object: first.object };
}

function readRpc(json: unknown): Said | undefined {
  const body = rpc.safeParse(json).data;
  if (!body) return undefined;
  const { reason, metadata } = body.details?.find((item) => item.reason) ?? {};
  const errno = reason ?? body.code;
  const detail = metadata?.message ?? body.message ?? undefined;
  return { code: errno, detail, object: metadata?.object };
}

function readFlat(json: unknown): Said | undefined {
  const body = flat.safeParse(json).data;
  if (!body) return undefined;
  return { code: body.errno ?? undefined, detail: [body.message, ...(body.details ?? [])].join(" ") };
}

function readOauth(json: unknown): Said | undefined {
  const body = oauth.safeParse(json).data;
  return body && { code: body.error, detail: body.error_description ?? undefined };
}

function read(json: unknown): Said | undefined {
  return readClassic(json) ?? readRpc(json) ?? readFlat(json) ?? readOauth(json);
}

/**
 * What a failed answer says, in any of the recorded shapes; the kind is left to its status, with one exception: an
 * absence that is not of `about`, the object that was asked for, where the caller says which that is.
 */
export function explainFailure(json: unknown, about?: string): Explanation {
  const said = read(json);
  return said ? explain(said, about) : {};
}

/** The errors of a 200 answer (facts §7): undefined when it carries none. Here the errno alone gives the kind. */
export function explainSuccessErrors(
  json: unknown,
  about?: string,
): (Explanation & { kind: VendorErrorKind }) | undefined {
  const first = readClassic(json);
  if (!first) return undefined;
  const said = explain(first, about);
  return { ...said, kind: said.kind ?? kindByErrno[said.code ?? ""] ?? "invalid" };
}
