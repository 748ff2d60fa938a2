import { z } from "zod";

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
  "first_won_time",
  "products_count",
  "files_count",
  "notes_count",
  "followers_count",
  "email_messages_count",
  "activities_count",
  "done_activities_count",
  "undone_activities_count",
  "participants_count",
  "last_incoming_mail_time",
  "last_outgoing_mail_time",
  "smart_bcc_email",
  "source_lead_id",
];

const includeFields = { include_fields: wordList(INCLUDABLE).optional() };
const statusList = wordList(["open", "won", "lost", "deleted"]);

// The specification types org_id, person_id, expected_close_date and won_time as never null (facts §13).
const writable = {
  owner_id: z.int().exactOptional(),
  person_id: z.int().exactOptional(),
  org_id: z.int().exactOptional(),
  pipeline_id: z.int().exactOptional(),
  stage_id: z.int().exactOptional(),
  value: z.number().exactOptional(),
  currency: z.string().exactOptional(),
  is_deleted: z.boolean().exactOptional(),
  is_archived: z.boolean().exactOptional(),
  archive_time: bodyTime.exactOptional(),
  status: z.enum(["open", "won", "lost"]).exactOptional(),
  probability: z.number().min(0).max(100).nullable().exactOptional(),
  lost_reason: z.string().max(255).nullable().exactOptional(),
  visible_to: visibleTo.exactOptional(),
  close_time: bodyTime.nullable().exactOptional(),
  won_time: bodyTime.exactOptional(),
  lost_time: bodyTime.exactOptional(),
  expected_close_date: z.iso.date().exactOptional(),
  label_ids: z.array(z.int()).exactOptional(),
  custom_fields: customFieldsBody.exactOptional(),
};

const title = z.string().min(1).max(255);

/** Body of PATCH /deals/{id}: any of the properties, nothing else. */
export const dealPatchSchema = z.strictObject({ title: title.exactOptional(), ...writable });

/** Body of POST /deals: only the title is required. */
export const dealCreateSchema = z.strictObject({ title, ...writable });

export type DealPatch = z.output<typeof dealPatchSchema>;
export type DealCreate = z.output<typeof dealCreateSchema>;

const listFilters = {
  filter_id: integerText.optional(),
  ids: idList.optional(),
  owner_id: integerText.optional(),
  person_id: integerText.optional(),
  org_id: integerText.optional(),
  pipeline_id: integerText.optional(),
  stage_id: integerText.optional(),
  status: statusList.optional(),
  ...changeQuery,
  ...sortQuery,
  ...includeFields,
  ...customFieldsQuery,
  ...pageQuery,
};

/** Query of GET /deals/archived, which takes no label parameters (facts §13). */
export const archivedListQuery = z.strictObject(listFilters);
export const dealListQuery = z.strictObject({ ...listFilters, ...labelQuery });
export const dealGetQuery = z.strictObject({ ...includeFields, ...customFieldsQuery, ...labelQuery });

export type DealListQuery = z.output<typeof archivedListQuery>;
