import type {
  RemoteDeal,
  RemoteField,
  RemoteOrganization,
  RemotePipeline,
  RemoteStage,
} from "../../domain/remote";
import type { WireDeal, WireField, WireOption, WireOrganization, WirePipeline, WireStage } from "./schemas";

/** A parsed deal as the product knows it; a deal without a value is worth 0, as Pipedrive shows it. */
export function toDeal(wire: WireDeal): RemoteDeal {
  return {
    id: wire.id,
    title: wire.title,
    orgId: wire.org_id ?? null,
    value: wire.value ?? 0,
    currency: wire.currency,
    stageId: wire.stage_id,
    pipelineId: wire.pipeline_id,
    status: wire.status,
    lostReason: wire.lost_reason,
    expectedCloseDate: wire.expected_close_date,
    wonTime: wire.won_time,
    isDeleted: wire.is_deleted || wire.status === "deleted",
    isArchived: wire.is_archived,
    updateTime: wire.update_time,
    customFields: wire.custom_fields,
  };
}

/** A parsed organization as the product knows it. */
export function toOrganization(wire: WireOrganization): RemoteOrganization {
  return {
    id: wire.id,
    name: wire.name,
    address: wire.address,
    isDeleted: wire.is_deleted,
    updateTime: wire.update_time,
    customFields: wire.custom_fields,
  };
}

/** The options that can be written, by their numbers. */
export function toOptions(options: readonly WireOption[]): { id: number; label: string }[] {
  return options.flatMap(({ id, label }) => (typeof id === "number" ? [{ id, label }] : []));
}

/** A parsed field definition. */
export function toField(wire: WireField): RemoteField {
  return {
    code: wire.field_code,
    name: wire.field_name,
    type: wire.field_type,
    isCustom: wire.is_custom_field,
    options: toOptions(wire.options ?? []),
  };
}

export function toPipeline(wire: WirePipeline): RemotePipeline {
  return { id: wire.id, name: wire.name, order: wire.order_nr };
}

export function toStage(wire: WireStage): RemoteStage {
  return { id: wire.id, pipelineId: wire.pipeline_id, name: wire.name, order: wire.order_nr };
}
