import { numberAt, textAt } from "../../probe/json-at";
import type { Arrival } from "../../probe/listener";
import { describe, expectOk } from "../../probe/reply";
import { found, undecided } from "../../question";
import { listenerOf } from "../probe";
import type { PipedriveProbe, PipedriveQuestion } from "../probe";
import { makeField, ourName } from "../workbench";

const NOT_USED = "Not used: no webhook is registered at Pipedrive.";

function entityOf({ raw }: Arrival): string {
  try {
    const json: unknown = JSON.parse(raw);
    return textAt(json, "meta.entity") ?? "";
  } catch {
    return "";
  }
}

/** A webhook of our own on everything: undefined when it is refused. */
async function subscribe(probe: PipedriveProbe, subscription_url: string) {
  const json = { subscription_url, event_action: "*", event_object: "*", name: ourName(), version: "2.0" };
  const reply = await probe.api.call("POST", "/api/v1/webhooks", { json });
  const id = numberAt(reply.json, "data.id");
  if (id === undefined) return { reply, isMade: false };
  probe.cleanUp.owe(`webhook ${id}`, async () => {
    const gone = await probe.api.call("DELETE", `/api/v1/webhooks/${id}`, { isCleanUp: true });
    expectOk(gone, `Deleting webhook ${id}`);
  });
  return { reply, isMade: true };
}

/** How webhooks call the definition of a deal field. */
export const fieldEventName: PipedriveQuestion = {
  id: "field-event-name",
  asks: "How is the definition of a deal field called in the events of webhooks?",
  facts: "§8, §12.13",
  needs: ["write", "public"],
  variants: {
    dealField: { product: NOT_USED, sandbox: { fieldEventSpelling: "dealField" } },
    deal_field: { product: NOT_USED, sandbox: { fieldEventSpelling: "deal_field" } },
    "deal-field": { product: NOT_USED, sandbox: { fieldEventSpelling: "deal-field" } },
  },
  async run(probe) {
    const { patience, interrupted } = probe.context;
    const listener = listenerOf(probe);
    const { url, path } = listener.address();
    const { reply, isMade } = await subscribe(probe, url);
    if (!isMade)
      return undecided("no webhook could be made, which needs a scope of its own", describe(reply));
    await makeField(probe, "dealFields");
    const isOurs = (arrival: Arrival) => arrival.path === path && /field/i.test(entityOf(arrival));
    const arrival = await listener.next(isOurs, patience.eventMs, interrupted);
    if (arrival === undefined) return undecided(`no event about a field within ${patience.eventMs / 1000} s`);
    return found(entityOf(arrival), `meta.entity of the event is ${entityOf(arrival)}`);
  },
};
