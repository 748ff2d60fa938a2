import { z } from "zod";

import { addressBody } from "./address";
import {
  bodyTime,
  changeQuery,
  wordList,
  customFieldsBody,
  customFieldsQuery,
  idList,
  integerText,
  labelQuery,
  pageQuery,
  sortQuery,
  visibleTo,
} from "./common";

const INCLUDABLE = [
  "next_activity_id",
  "last_activity_id",
  "open_deals_count",
  "related_open_deals_count",
  "closed_deals_count",
  "related_closed_deals_count",
  "email_messages_count",
  "people_count",
  "activities_count",
  "done_activities_count",
  "undone_activities_count",
  "files_count",
  "notes_count",
  "followers_count",
  "won_deals_count",
  "related_won_deals_count",
  "lost_deals_count",
  "related_lost_deals_count",
  "smart_bcc_email",
];

const includeFields = { include_fields: wordList(INCLUDABLE).optional() };
const name = z.string().min(1).max(255);

const writable = {
  owner_id: z.int().exactOptional(),
  visible_to: visibleTo.exactOptional(),
  label_ids: z.array(z.int()).exactOptional(),
  address: addressBody.exactOptional(),
  website: z.string().nullable().exactOptional(),
  linkedin: z.string().nullable().exactOptional(),
  industry: z.int().nullable().exactOptional(),
  annual_revenue: z.int().nullable().exactOptional(),
  employee_count: z.int().nullable().exactOptional(),
  custom_fields: customFieldsBody.exactOptional(),
};

/** Body of PATCH /organizations/{id}: any of the properties, nothing else. */
export const organizationPatchSchema = z.strictObject({ name: name.exactOptional(), ...writable });

/** Body of POST /organizations: only the name is required, and `add_time` may be given. */
export const organizationCreateSchema = z.strictObject({
  name,
  ...writable,
  add_time: bodyTime.exactOptional(),
});

export type OrganizationPatch = z.output<typeof organizationPatchSchema>;
export type OrganizationCreate = z.output<typeof organizationCreateSchema>;

export const organizationListQuery = z.strictObject({
  filter_id: integerText.optional(),
  ids: idList.optional(),
  owner_id: integerText.optional(),
  ...changeQuery,
  ...sortQuery,
  ...includeFields,
  ...customFieldsQuery,
  ...labelQuery,
  ...pageQuery,
});
export const organizationGetQuery = z.strictObject({ ...includeFields, ...customFieldsQuery, ...labelQuery });
