import { z } from "zod";

/** Where one PostgreSQL server lives, and as whom it runs. Handed to its keeper as a file. */
export const placeSchema = z.object({
  /** Ours: lock, log, password, and how to reach the server. */
  stateFolder: z.string(),
  /** The server's: its cluster. */
  dataFolder: z.string(),
  installation: z.object({ folder: z.string(), version: z.string() }),
  /** The account the server runs under; absent for "the same as us". */
  user: z.object({ uid: z.number(), gid: z.number() }).optional(),
  /** Thrown away at the end: no care for power cuts, and its folder goes too. */
  isEphemeral: z.boolean(),
});

/** See `placeSchema`. */
export type Place = z.output<typeof placeSchema>;
