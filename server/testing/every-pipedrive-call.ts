import type { DealBody } from "../domain/remote";
import type { PipedriveClient } from "../vendors/pipedrive/client";

type Call = (client: PipedriveClient) => Promise<unknown>;

/** The methods that go to Pipedrive; the others answer at once. */
type Calling = {
  [Method in keyof PipedriveClient]: PipedriveClient[Method] extends (...input: never[]) => Promise<unknown>
    ? Method
    : never;
}[keyof PipedriveClient];

async function newDeal(client: PipedriveClient, body: Partial<DealBody> = {}): Promise<number> {
  const stage = (await client.listStages()).at(-1);
  const { object } = await client.createDeal({ title: "Invoice 1", stage_id: stage?.id ?? 0, ...body });
  return object.id;
}

/** A body with everything the product can set, custom fields of every type it makes among them. */
async function fullDeal(client: PipedriveClient): Promise<DealBody> {
  const text = await client.createField("deal", { name: "Number", type: "varchar" });
  const long = await client.createField("deal", { name: "Lines", type: "text" });
  const count = await client.createField("deal", { name: "Days", type: "double" });
  const money = await client.createField("deal", { name: "Paid", type: "monetary" });
  const date = await client.createField("deal", { name: "Due", type: "date" });
  const choice = await client.createField("deal", { name: "State", type: "enum", options: ["Sent", "Paid"] });
  const { object } = await client.createOrganization({ name: "Acme GmbH" });
  return {
    title: "Invoice 0000008",
    org_id: object.id,
    value: 1500.1,
    currency: "EUR",
    expected_close_date: "2026-12-01",
    custom_fields: {
      [text.code]: "0000008",
      [long.code]: "Work, twice",
      [count.code]: 30,
      [money.code]: { value: 99.9, currency: "EUR" },
      [date.code]: "2026-12-01",
      [choice.code]: choice.options[0]?.id ?? 0,
    },
  };
}

/**
 * Every method of the product's Pipedrive client, called in each way that gives another request: what a contract test
 * listens to. A new method without its calls here does not compile.
 */
export const everyPipedriveCall: Readonly<Record<Calling, Call>> = {
  me: (client) => client.me(),
  whoAmI: (client) => client.whoAmI(),
  listCurrencies: (client) => client.listCurrencies(),
  listPipelines: (client) => client.listPipelines(),
  listStages: async (client) => {
    const [pipeline] = await client.listPipelines();
    return [await client.listStages(), await client.listStages(pipeline?.id)];
  },
  listFields: async (client) => [await client.listFields("deal"), await client.listFields("organization")],
  createField: async (client) => {
    const field = { name: "State", description: "Set by the sync.", options: ["Sent", "Paid"] };
    const made = await client.createField("deal", { ...field, type: "enum" });
    return [made, await client.createField("organization", { ...field, type: "enum" })];
  },
  addFieldOptions: async (client) => {
    const options = ["Sent"];
    const deal = await client.createField("deal", { name: "State", type: "enum", options });
    const organization = await client.createField("organization", { name: "State", type: "enum", options });
    return [
      await client.addFieldOptions("deal", deal.code, ["Paid", "Overdue"]),
      await client.addFieldOptions("organization", organization.code, ["Paid"]),
    ];
  },
  createOrganization: async (client) => {
    const field = await client.createField("organization", { name: "FreshBooks id", type: "varchar" });
    const address = { value: "Hauptstr. 5, 10115 Berlin", postal_code: "10115", country: "Germany" };
    return client.createOrganization({ name: "Acme GmbH", address, custom_fields: { [field.code]: "31" } });
  },
  getOrganization: async (client) => {
    const { object } = await client.createOrganization({ name: "Acme GmbH" });
    return client.getOrganization(object.id);
  },
  updateOrganization: async (client) => {
    const field = await client.createField("organization", { name: "FreshBooks id", type: "varchar" });
    const { object } = await client.createOrganization({ name: "Acme GmbH" });
    const body = { name: "Acme AG", address: { value: "Berlin" }, custom_fields: { [field.code]: null } };
    return client.updateOrganization(object.id, body);
  },
  listOrganizations: async (client) => {
    await client.createOrganization({ name: "Acme GmbH" });
    const updatedSince = new Date("2026-01-01T00:00:00.500Z");
    return [await client.listOrganizations({}), await client.listOrganizations({ updatedSince })];
  },
  createDeal: async (client) => newDeal(client, await fullDeal(client)),
  getDeal: async (client) => client.getDeal(await newDeal(client)),
  updateDeal: async (client) => {
    const id = await newDeal(client);
    const won_time = "2026-11-20T10:11:12.345Z";
    return [
      await client.updateDeal(id, await fullDeal(client)),
      await client.updateDeal(id, { status: "won", won_time }),
      await client.updateDeal(id, { status: "open" }),
      await client.updateDeal(id, { status: "lost", lost_reason: "Deleted in FreshBooks" }),
    ];
  },
  listDeals: async (client) => {
    const orgId = (await client.createOrganization({ name: "Acme GmbH" })).object.id;
    await newDeal(client, { org_id: orgId });
    const updatedSince = new Date("2026-01-01T00:00:00.500Z");
    return [await client.listDeals({ orgId, updatedSince, archived: true }), await client.listDeals({})];
  },
};
