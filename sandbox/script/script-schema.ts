import { z } from "zod";

import { newBusinessSchema } from "../freshbooks/people-verbs";
import { switchPatchSchema as freshBooksSwitches } from "../freshbooks/switches";
import { clockMoveSchema } from "../lib/clock-move";
import { faultSchema } from "../lib/faults";
import { companyInputSchema } from "../pipedrive/company-profile";
import { switchPatchSchema as pipedriveSwitches } from "../pipedrive/switches";
import { sampleOptionsSchema } from "../sample/sample-options";

/**
 * A whole situation to play: how the stand-ins are to behave, what is in them and which calls go wrong. All parts may
 * be left out; what is there is played from top to bottom.
 */
export const scriptSchema = z.strictObject({
  /** Starts the stand-in afresh with this seed; without it the script is played on what is there. */
  seed: z.int().optional(),
  clock: clockMoveSchema.optional(),
  freshbooks: z
    .strictObject({
      switches: freshBooksSwitches.optional(),
      businesses: z.array(newBusinessSchema).default([]),
      sample: sampleOptionsSchema.optional(),
      faults: z.array(faultSchema).default([]),
    })
    .optional(),
  pipedrive: z
    .strictObject({
      switches: pipedriveSwitches.optional(),
      companies: z.array(companyInputSchema).default([]),
      faults: z.array(faultSchema).default([]),
    })
    .optional(),
});

export type ScriptInput = z.input<typeof scriptSchema>;
export type Script = z.output<typeof scriptSchema>;
