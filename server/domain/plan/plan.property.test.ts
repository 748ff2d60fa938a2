import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  arbitraryClient,
  arbitraryInvoice,
  arbitraryRules,
  someBindings as bindings,
} from "../../testing/arbitraries";
import { foldInvoiceState } from "../invoice-state";
import type { MappingRules } from "../mapping/rules";
import type { SourceClient, SourceInvoice } from "../source";
import { toBody } from "./body";
import { cost } from "./cost";
import { planClient } from "./plan-client";
import { planInvoice } from "./plan-invoice";
import { afterWrite } from "./read-remote";
import type { LinkView, Plan, Write } from "./types";

const today = "2026-11-23";

type Links = { organization: LinkView | null; deal: LinkView | null };
const none: Links = { organization: null, deal: null };

function plan(
  invoice: SourceInvoice,
  client: SourceClient | null,
  mapping: MappingRules,
  links: Links,
): Plan {
  const folded = foldInvoiceState(invoice, today);
  return planInvoice({ invoice, folded, client, mapping, bindings, ...links });
}

function linkAfter(
  before: LinkView | null,
  write: Write,
  pipedriveId: number,
  organizationId: number | null,
) {
  const written = afterWrite(before?.written ?? null, write.fields, organizationId);
  return { version: (before?.version ?? 0) + 1, pipedriveId, isGone: false, written };
}

/** What the links say once the plan was carried out. */
function apply(links: Links, planned: Plan): Links {
  return planned.writes.reduce<Links>((state, write) => {
    if (write.kind.startsWith("organization.")) {
      return { ...state, organization: linkAfter(state.organization, write, 7, null) };
    }
    const organizationId = state.organization?.pipedriveId ?? null;
    return { ...state, deal: linkAfter(state.deal, write, 42, organizationId) };
  }, links);
}

const scene = fc.tuple(arbitraryInvoice, arbitraryClient, arbitraryRules);

describe("planInvoice", () => {
  it("leaves nothing to do once it was carried out", () => {
    fc.assert(
      fc.property(scene, ([invoice, client, mapping]) => {
        const links = apply(none, plan(invoice, client, mapping, none));
        expect(plan(invoice, client, mapping, links).writes).toEqual([]);
      }),
    );
  });

  it("comes to the same end whichever states were seen on the way", () => {
    fc.assert(
      fc.property(
        scene,
        fc.array(arbitraryInvoice, { maxLength: 5 }),
        ([invoice, client, mapping], others) => {
          const active = { ...invoice, axes: { ...invoice.axes, visibility: "active" as const } };
          const path = others.map((other) => ({ ...other, id: active.id, clientId: active.clientId }));
          const direct = apply(none, plan(active, client, mapping, none));
          const visited = [...path, active].reduce(
            (links, seen) => apply(links, plan(seen, client, mapping, links)),
            none,
          );
          expect(visited.deal?.written).toMatchObject(direct.deal?.written ?? {});
        },
      ),
    );
  });

  it("sets only what the mapping knows, and each field once", () => {
    const codes = Object.values(bindings.deal).map(({ code }) => `custom_fields.${code}`);
    const known = [
      "title",
      "value",
      "currency",
      "stage_id",
      "status",
      "lost_reason",
      "org_id",
      "expected_close_date",
    ];
    fc.assert(
      fc.property(scene, ([invoice, client, mapping]) => {
        for (const { kind, fields } of plan(invoice, client, mapping, none).writes) {
          const keys = fields.map(({ key }) => key);
          expect(new Set(keys).size).toBe(keys.length);
          if (kind === "deal.create") expect([...known, ...codes]).toEqual(expect.arrayContaining(keys));
        }
      }),
    );
  });

  it("says why for every field, and costs what its writes cost", () => {
    fc.assert(
      fc.property(scene, ([invoice, client, mapping]) => {
        const planned = plan(invoice, client, mapping, none);
        for (const write of planned.writes) {
          for (const { because } of write.fields) expect(because).not.toBe("");
        }
        expect(cost(planned)).toBe(planned.writes.length * 5);
        if (planned.writes.length === 0) expect(planned.skips).not.toEqual([]);
      }),
    );
  });

  it("writes nothing for an invoice that was deleted before it came", () => {
    fc.assert(
      fc.property(scene, ([invoice, client, mapping]) => {
        const deleted = { ...invoice, axes: { ...invoice.axes, visibility: "deleted" as const } };
        const planned = plan(deleted, client, mapping, none);
        expect(planned).toMatchObject({ writes: [], skips: [{ code: "deleted_before_sync" }] });
      }),
    );
  });

  it("never nests a custom field at the top of a body", () => {
    fc.assert(
      fc.property(scene, ([invoice, client, mapping]) => {
        for (const { fields } of plan(invoice, client, mapping, none).writes) {
          const keys = Object.keys(toBody(fields, 7));
          expect(keys.every((key) => !/^[0-9a-f]{40}$/.test(key) && !key.includes("."))).toBe(true);
        }
      }),
    );
  });
});

const activeClient = arbitraryClient.map((client) => ({ ...client, visibility: "active" as const }));

describe("planClient", () => {
  it("leaves nothing to do once it was carried out", () => {
    fc.assert(
      fc.property(arbitraryClient, (client) => {
        const first = planClient({ client, bindings, link: null });
        const { organization } = apply(none, first);
        expect(planClient({ client, bindings, link: organization }).writes).toEqual([]);
      }),
    );
  });

  it("sends an address whole or not at all, with no part that there is not", () => {
    fc.assert(
      fc.property(activeClient, (client) => {
        const [write] = planClient({ client, bindings, link: null }).writes;
        const address = write?.fields.find(({ key }) => key === "address")?.value;
        const { street, street2, city, province, country, code } = client.address;
        const has = { route: street + street2, locality: city, admin_area_level_1: province, country };
        const named = Object.entries({ ...has, postal_code: code }).filter(([, part]) => part !== "");
        const parts = named.map(([part]) => part);
        const sent = address === undefined ? [] : Object.keys(address ?? {}).toSorted();
        expect(sent).toEqual(parts.length === 0 ? [] : [...parts, "value"].toSorted());
        expect(Object.values(address ?? {})).not.toContain("");
      }),
    );
  });

  it("sends the address again when a part of it went away", () => {
    const parts = ["street", "city", "province", "country", "code"] as const;
    fc.assert(
      fc.property(activeClient, fc.constantFrom(...parts), (client, part) => {
        const before = { ...client, address: { ...client.address, [part]: "There", street2: "Here" } };
        const { organization } = apply(none, planClient({ client: before, bindings, link: null }));
        const after = { ...before, address: { ...before.address, [part]: "" } };
        const [write] = planClient({ client: after, bindings, link: organization }).writes;
        expect(write?.fields.map(({ key }) => key)).toEqual(["address"]);
      }),
    );
  });
});
