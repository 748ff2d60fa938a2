import { z } from "zod";

import { integerText, pageQuery, sortQuery } from "./common";

const name = z.string().min(1).max(255);
const isProbabilityEnabled = z.boolean();

export const pipelineCreateSchema = z.strictObject({
  name,
  is_deal_probability_enabled: isProbabilityEnabled.default(false),
});
export const pipelinePatchSchema = z.strictObject({
  name: name.exactOptional(),
  is_deal_probability_enabled: isProbabilityEnabled.exactOptional(),
});
export const pipelineListQuery = z.strictObject({ ...sortQuery, ...pageQuery });

const stageOptions = {
  deal_probability: z.int().min(0).max(100).exactOptional(),
  is_deal_rot_enabled: z.boolean().exactOptional(),
  days_to_rotten: z.int().exactOptional(),
};

export const stageCreateSchema = z.strictObject({ name, pipeline_id: z.int(), ...stageOptions });
export const stagePatchSchema = z.strictObject({
  name: name.exactOptional(),
  pipeline_id: z.int().exactOptional(),
  ...stageOptions,
});
export const stageListQuery = z.strictObject({
  pipeline_id: integerText.optional(),
  ...sortQuery,
  sort_by: z.enum(["id", "update_time", "add_time", "order_nr"]).default("id"),
  ...pageQuery,
});
