import type { PipedriveQuestion } from "./probe";
import { cursorLife } from "./questions/cursor-life";
import { dailyHeaders } from "./questions/daily-headers";
import { deletedFieldInWrite } from "./questions/deleted-field-in-write";
import { editArchived } from "./questions/edit-archived";
import { editDeleted } from "./questions/edit-deleted";
import { failedRequestsCost } from "./questions/failed-requests-cost";
import { fieldEventName } from "./questions/field-event-name";
import { fractionalTimes } from "./questions/fractional-times";
import { geocoding } from "./questions/geocoding";
import { getDeletedField } from "./questions/get-deleted-field";
import { getDeleted } from "./questions/get-deleted";
import { itemSearchFieldRow } from "./questions/item-search-field-row";
import { legacyLists } from "./questions/legacy-lists";
import { limitBody } from "./questions/limit-body";
import { limitRetryAfter } from "./questions/limit-retry-after";
import { listLag } from "./questions/list-lag";
import { mergeSurvivor } from "./questions/merge-survivor";
import { midnightZone } from "./questions/midnight-zone";
import { noOpPatch } from "./questions/no-op-patch";
import { nullValues } from "./questions/null-values";
import { organizationDeletion } from "./questions/organization-deletion";
import { refreshRotates } from "./questions/refresh-rotates";
import { reopenClearsTimes } from "./questions/reopen-clears-times";
import { searchLag } from "./questions/search-lag";
import { searchLimit } from "./questions/search-limit";
import { searchWindow } from "./questions/search-window";
import { singleGetNulls } from "./questions/single-get-nulls";
import { stageAndPipeline } from "./questions/stage-and-pipeline";
import { tokenErrorShape } from "./questions/token-error-shape";
import { tokenLife } from "./questions/token-life";
import { tokenTypeCase } from "./questions/token-type-case";
import { unknownPath } from "./questions/unknown-path";
import { unknownReferences } from "./questions/unknown-references";
import { wonDealStage } from "./questions/won-deal-stage";

/** What is open about Pipedrive, in the order of asking: what needs least, what takes the night, and what only looks on. */
export const pipedriveQuestions: readonly PipedriveQuestion[] = [
  dailyHeaders,
  unknownPath,
  legacyLists,
  fractionalTimes,
  searchLimit,
  searchWindow,
  failedRequestsCost,
  tokenErrorShape,
  refreshRotates,
  tokenTypeCase,
  tokenLife,
  deletedFieldInWrite,
  editArchived,
  editDeleted,
  fieldEventName,
  geocoding,
  getDeletedField,
  getDeleted,
  itemSearchFieldRow,
  listLag,
  mergeSurvivor,
  noOpPatch,
  nullValues,
  organizationDeletion,
  reopenClearsTimes,
  searchLag,
  singleGetNulls,
  stageAndPipeline,
  unknownReferences,
  wonDealStage,
  midnightZone,
  cursorLife,
  limitBody,
  limitRetryAfter,
];
