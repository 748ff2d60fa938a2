import { recordUuid } from "./record-uuid";
import type { ClientRecord } from "./records";
import { easternStamp, utcStamp } from "./stamps";

/** A client as the API shows it, with the key set of a recorded one (facts §4). */
export function clientView(client: ClientRecord): Record<string, unknown> {
  return {
    // At the head, where spreading is quick.
    ...client.fields,
    id: client.id,
    userid: client.id,
    uuid: recordUuid(client.accountId, "client", client.id),
    accounting_systemid: client.accountId,
    username: client.username,
    vis_state: client.visState,
    updated: easternStamp(client.updatedMs),
    signup_date: utcStamp(client.signupMs),
    role: "client",
    level: 0,
    num_logins: 0,
    exceeds_client_limit: 0,
    last_activity: null,
    last_login: null,
    has_retainer: null,
    retainer_id: null,
    statement_token: null,
    subdomain: null,
    direct_link_token: null,
    number_format: null,
  };
}
