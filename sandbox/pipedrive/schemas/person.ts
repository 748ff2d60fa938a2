import { z } from "zod";

import { addressBody } from "./address";
import {
  bodyTime,
  changeQuery,
  customFieldsBody,
  customFieldsQuery,
  idList,
  integerText,
  labelQuery,
  pageQuery,
  sortQuery,
  visibleTo,
  wordList,
} from "./common";

const INCLUDABLE = [
  "next_activity_id",
  "last_activity_id",
  "open_deals_count",
  "related_open_deals_count",
  "closed_deals_count",
  "related_closed_deals_count",
  "participant_open_deals_count",
  "participant_closed_deals_count",
  "email_messages_count",
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
  "last_incoming_mail_time",
  "last_outgoing_mail_time",
  "marketing_status",
  "doi_status",
  "smart_bcc_email",
];

const includeFields = { include_fields: wordList(INCLUDABLE).optional() };

const contact = z.strictObject({
  value: z.string().exactOptional(),
  primary: z.boolean().exactOptional(),
  label: z.string().exactOptional(),
});

const writable = {
  name: z.string().exactOptional(),
  owner_id: z.int().exactOptional(),
  org_id: z.int().exactOptional(),
  emails: z.array(contact).exactOptional(),
  phones: z.array(contact).exactOptional(),
  visible_to: visibleTo.exactOptional(),
  label_ids: z.array(z.int()).exactOptional(),
  postal_address: addressBody.exactOptional(),
  notes: z.string().exactOptional(),
  im: z.array(contact).exactOptional(),
  birthday: z.string().exactOptional(),
  job_title: z.string().exactOptional(),
  marketing_status: z.enum(["no_consent", "unsubscribed", "subscribed", "archived"]).exactOptional(),
  custom_fields: customFieldsBody.exactOptional(),
};

export const personPatchSchema = z.strictObject(writable);
export const personCreateSchema = z.strictObject({ ...writable, add_time: bodyTime.exactOptional() });

export type PersonPatch = z.output<typeof personPatchSchema>;
export type PersonCreate = z.output<typeof personCreateSchema>;

export const personListQuery = z.strictObject({
  filter_id: integerText.optional(),
  ids: idList.optional(),
  owner_id: integerText.optional(),
  org_id: integerText.optional(),
  deal_id: integerText.optional(),
  ...changeQuery,
  ...sortQuery,
  ...includeFields,
  ...customFieldsQuery,
  ...labelQuery,
  ...pageQuery,
});
export const personGetQuery = z.strictObject({ ...includeFields, ...customFieldsQuery, ...labelQuery });
