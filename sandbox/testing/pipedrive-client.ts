import { api } from "./call";
import type { Api } from "./call";
import { pipedriveTokens } from "./consent";

/** A client with the OAuth token of a user: of Acme's first one, unless another is named. */
export async function connectPipedrive(url: string, userId?: number): Promise<Api> {
  const { access } = await pipedriveTokens(url, userId);
  return api(url, { authorization: `Bearer ${access}` });
}
