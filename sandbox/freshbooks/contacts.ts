import type { ClientRecord } from "./records";

/** The further people of a client, as `include[]=contacts` shows them (facts §4). */
export function contactViews(client: ClientRecord): object[] {
  return client.contacts.map((contact) => ({ ...contact, userid: client.id }));
}
