import { InngestCommHandler } from "inngest";
import type { Inngest, InngestFunction } from "inngest";
import { FunctionsUnreadableError } from "../errors";
import { syncAnswerSchema } from "../functions/function-config";
import type { JsonObject } from "../pure/json";

/** What the SDK answered to one request: a status, headers in lower case, and a JSON text. */
export type SdkAnswer = { status: number; headers: Record<string, string>; body: string };

type SdkRequest = { method: string; url: string; headers: Record<string, string>; body: JsonObject };

/** The SDK's own handler, reached without HTTP. */
export type Sdk = {
  /** Makes one call of a function: a discovery (`target` is `step`) or one step of it. */
  call(functionId: string, target: string, body: JsonObject): Promise<SdkAnswer>;
  /** The functions' configuration, as the SDK would register it, one object per function. */
  readFunctions(): Promise<{ id: string }[]>;
};

const address = "http://embedded.invalid/api/inngest";

/**
 * Wraps the SDK's handler for plain objects (protocol facts §1). Signatures are not checked here, since nothing comes
 * from outside; the client's public route goes on refusing unsigned calls.
 */
export function createSdk(client: Inngest.Any, functions: readonly InngestFunction.Like[]): Sdk {
  const handle = new InngestCommHandler({
    frameworkName: "embedded",
    client,
    functions,
    skipSignatureValidation: true,
    handler: (request: SdkRequest) => ({
      body: () => request.body,
      headers: (name: string) => request.headers[name.toLowerCase()] ?? null,
      method: () => request.method,
      url: () => new URL(request.url),
      transformResponse: (response: SdkAnswer): SdkAnswer => response,
    }),
  }).createHandler();

  return {
    call: (functionId, target, body) =>
      handle({
        method: "POST",
        url: `${address}?fnId=${encodeURIComponent(functionId)}&stepId=${target}`,
        headers: { host: "embedded.invalid" },
        body,
      }),
    readFunctions: async () => {
      const answer = await handle({
        method: "PUT",
        url: address,
        headers: { host: "embedded.invalid", "x-inngest-sync-kind": "in_band" },
        body: { url: address },
      });
      if (answer.status !== 200) {
        throw new FunctionsUnreadableError(
          `The SDK did not give its functions (status ${String(answer.status)}): ${answer.body}`,
        );
      }
      const parsed: unknown = JSON.parse(answer.body);
      return syncAnswerSchema.parse(parsed).functions;
    },
  };
}
