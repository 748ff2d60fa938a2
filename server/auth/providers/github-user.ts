import "server-only";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { z } from "zod";

const emailsSchema = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }));

type Userinfo = Extract<NonNullable<OAuthConfig<unknown>["userinfo"]>, { request?: unknown }>;

/**
 * Asks GitHub who somebody is, and for the addresses it has verified: a profile's own address may be hidden, or nobody's.
 * Without the permission to read them there is no address.
 */
export const githubUser: Userinfo = {
  url: "https://api.github.com/user",
  request: async ({ client, tokens }) => {
    const token = tokens.access_token ?? "";
    const profile = await client.userinfo(token);
    const answer = await client.requestResource("https://api.github.com/user/emails", token);
    const listed = emailsSchema.safeParse(parseJson(answer.body?.toString("utf8") ?? ""));
    const primary = listed.data?.find((one) => one.primary);
    return { ...profile, email: primary?.email ?? "", email_verified: primary?.verified ?? false };
  },
};

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
