const hourMs = 3_600_000;

/** How long a workspace rests, and can be kept, after its erasing was asked for. */
export const graceMs = 7 * 24 * hourMs;

/** Between the last moment to keep it and the first to erase it: clocks of several processes differ. */
export const marginMs = 60_000;

/** How long a vendor that cannot be told of the end keeps the rest waiting. */
export const patienceMs = 24 * hourMs;
