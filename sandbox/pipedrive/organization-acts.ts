import type { Caller } from "./caller";
import { mergeCustomValues, searchableValues } from "./custom-values";
import { deletedRefusal } from "./lifetime";
import type { OrganizationFields, OrganizationRecord } from "./records";
import { requireUser } from "./references";
import type { OrganizationCreate, OrganizationPatch } from "./schemas/organization";
import type { PipedriveWorld } from "./world";

const KEPT_AS_FIELDS = [
  "name",
  "owner_id",
  "visible_to",
  "label_ids",
  "website",
  "linkedin",
  "industry",
  "annual_revenue",
  "employee_count",
] as const;

function fieldsOf(patch: OrganizationPatch): Partial<OrganizationFields> {
  const kept = new Set<string>(KEPT_AS_FIELDS);
  return Object.fromEntries(Object.entries(patch).filter(([key]) => kept.has(key)));
}

function index(world: PipedriveWorld, organization: OrganizationRecord): void {
  const custom = searchableValues(world.organizationFields, organization.custom);
  const address = organization.address?.value ?? null;
  const snapshot = organization.isDeleted ? null : { name: organization.fields.name, address, custom };
  world.index.note("organization", organization.id, snapshot, world.switches.searchLagMs);
}

/** Creates an organization; names need not be unique (facts §5). */
export function createOrganization(
  world: PipedriveWorld,
  caller: Caller,
  body: OrganizationCreate,
): OrganizationRecord {
  if (body.owner_id !== undefined) requireUser(world, body.owner_id);
  const custom = mergeCustomValues(world.organizationFields, new Map(), body.custom_fields);
  const nowMs = world.clock.nowMs();
  const defaults: OrganizationFields = {
    name: body.name,
    owner_id: caller.userId,
    visible_to: 3,
    label_ids: [],
    website: null,
    linkedin: null,
    industry: null,
    annual_revenue: null,
    employee_count: null,
  };
  const organization: OrganizationRecord = {
    id: world.ids.organization.take(),
    addMs: body.add_time ?? nowMs,
    fields: { ...defaults, ...fieldsOf(body) },
    address: body.address ?? null,
    custom,
    updateMs: nowMs,
    isDeleted: false,
  };
  world.organizations.set(organization.id, organization);
  index(world, organization);
  return organization;
}

/** Changes the properties the body names; an address is replaced as a whole. */
export function patchOrganization(
  world: PipedriveWorld,
  organization: OrganizationRecord,
  patch: OrganizationPatch,
): void {
  if (organization.isDeleted) throw deletedRefusal(world, "Organization");
  if (patch.owner_id !== undefined) requireUser(world, patch.owner_id);
  organization.custom = mergeCustomValues(world.organizationFields, organization.custom, patch.custom_fields);
  organization.fields = { ...organization.fields, ...fieldsOf(patch) };
  organization.address = patch.address ?? organization.address;
  organization.updateMs = world.clock.nowMs();
  index(world, organization);
}

/** Marks an organization as deleted; its deals keep their link. */
export function deleteOrganization(world: PipedriveWorld, organization: OrganizationRecord): void {
  organization.isDeleted = true;
  organization.updateMs = world.clock.nowMs();
  index(world, organization);
}
