import { z } from "zod";

import { CALLBACK_DEFAULTS, callbackSwitches } from "./switches-callbacks";
import type { CallbackSwitches } from "./switches-callbacks";
import { RECORD_DEFAULTS, recordSwitches } from "./switches-records";
import type { RecordSwitches } from "./switches-records";
import { SERVICE_DEFAULTS, serviceSwitches } from "./switches-service";
import type { ServiceSwitches } from "./switches-service";

/** Behaviours the fact sheet leaves open or that a test wants otherwise (facts §12); the README lists them. */
export const switchesSchema = z.strictObject({
  ...callbackSwitches.shape,
  ...recordSwitches.shape,
  ...serviceSwitches.shape,
});

export type Switches = CallbackSwitches & RecordSwitches & ServiceSwitches;

export const DEFAULT_SWITCHES: Switches = { ...CALLBACK_DEFAULTS, ...RECORD_DEFAULTS, ...SERVICE_DEFAULTS };

export const switchPatchSchema = switchesSchema.partial();

/** A change of some switches; those not named stay as they are. */
export type SwitchPatch = z.output<typeof switchPatchSchema>;
