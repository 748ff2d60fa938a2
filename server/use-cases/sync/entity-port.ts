import "server-only";
import type { PipedriveEntity } from "../../db/generated/enums";
import { readDeal, readOrganization } from "../../domain/plan/read-remote";
import type { FieldChange, Written } from "../../domain/plan/types";
import type { FieldBindings } from "../../domain/mapping/rules";
import type { RemoteDeal, RemoteOrganization } from "../../domain/remote";
import { addMs } from "../../lib/clock";
import type { PipedriveClient } from "../../vendors/pipedrive/client";
import { toDealBody, toOrganizationBody } from "./vendor-body";

/** Technical facts of one call, kept with the write. */
export type CallFacts = { status: number; requestId: string | null; durationMs: number };

/** A Pipedrive object of either kind, keyed like the fields of a write. */
export type Seen = { id: number; isGone: boolean; values: Written };

/** What exactly-once needs of Pipedrive, the same for organizations and deals. */
export type EntityPort = {
  create(fields: readonly FieldChange[]): Promise<{ seen: Seen; call: CallFacts }>;
  update(id: number, fields: readonly FieldChange[]): Promise<{ seen: Seen; call: CallFacts }>;
  get(id: number): Promise<Seen | null>;
  /** Objects changed since then, listed (never searched: the index lags), that may be the one a lost create made. */
  listSince(since: Date): Promise<readonly Seen[]>;
  /** The key under which the FreshBooks id stands. */
  idKey: string;
};

/**
 * Lists what changed since an instant of our clock. Pipedrive compares with its own: where that turns out to be behind
 * ours, the list is asked for from so much earlier on, lest the object be older than the call that made it.
 */
async function listByTheirClock<Row>(
  client: PipedriveClient,
  since: Date,
  list: (since: Date) => Promise<Row[]>,
): Promise<Row[]> {
  const knownMs = client.clockBehindMs();
  const rows = await list(addMs(since, -knownMs));
  const behindMs = client.clockBehindMs();
  return behindMs > knownMs ? list(addMs(since, -behindMs)) : rows;
}

const dealSeen = (deal: RemoteDeal): Seen => ({
  id: deal.id,
  isGone: deal.isDeleted || deal.isArchived,
  values: readDeal(deal),
});

const organizationSeen = (organization: RemoteOrganization): Seen => ({
  id: organization.id,
  isGone: organization.isDeleted,
  values: readOrganization(organization),
});

function dealPort(
  client: PipedriveClient,
  bindings: FieldBindings,
  organizationId: number | null,
): EntityPort {
  return {
    idKey: `custom_fields.${bindings.deal.freshbooksId.code}`,
    async create(fields) {
      const { object, call } = await client.createDeal(toDealBody(fields, organizationId));
      return { seen: dealSeen(object), call };
    },
    async update(id, fields) {
      const { object, call } = await client.updateDeal(id, toDealBody(fields, organizationId));
      return { seen: dealSeen(object), call };
    },
    async get(id) {
      const deal = await client.getDeal(id);
      return deal ? dealSeen(deal) : null;
    },
    async listSince(since) {
      // Of the whole company: the invoice may be another client's by now, or the deal moved or put away by hand.
      const deals = await listByTheirClock(client, since, (updatedSince) =>
        client.listDeals({ updatedSince, archived: true }),
      );
      return deals.map(dealSeen);
    },
  };
}

function organizationPort(client: PipedriveClient, bindings: FieldBindings): EntityPort {
  return {
    idKey: `custom_fields.${bindings.organization.freshbooksId.code}`,
    async create(fields) {
      const { object, call } = await client.createOrganization(toOrganizationBody(fields));
      return { seen: organizationSeen(object), call };
    },
    async update(id, fields) {
      const { object, call } = await client.updateOrganization(id, toOrganizationBody(fields));
      return { seen: organizationSeen(object), call };
    },
    async get(id) {
      const organization = await client.getOrganization(id);
      return organization ? organizationSeen(organization) : null;
    },
    async listSince(since) {
      const organizations = await listByTheirClock(client, since, (updatedSince) =>
        client.listOrganizations({ updatedSince }),
      );
      return organizations.map(organizationSeen);
    },
  };
}

/** The port for one kind of object. `organizationId` is the deal's organization. */
export function entityPort(
  client: PipedriveClient,
  entity: PipedriveEntity,
  bindings: FieldBindings,
  organizationId: number | null,
): EntityPort {
  return entity === "deal" ? dealPort(client, bindings, organizationId) : organizationPort(client, bindings);
}
