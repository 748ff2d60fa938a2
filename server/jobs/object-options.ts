/** One run at a time per object, and a few per workspace, so that one tenant's backlog cannot hold up the others. */
export const objectConcurrency: [{ limit: number; key: string }, { limit: number; key: string }] = [
  { limit: 1, key: 'event.data.workspaceId + "/" + event.data.objectId' },
  { limit: 5, key: "event.data.workspaceId" },
];

/** Live before replay before backfill: seconds by which a run counts as older than it is. */
export const objectPriority = {
  run: 'event.data.origin == "backfill" ? -600 : event.data.origin == "callback" ? 120 : 0',
};

/** Enough to bear an hour of a vendor's absence; the outbox sweep takes over after that. */
export const syncRetries = 20;
