/** What the backstage's acts say once they are done. */
export const BACKSTAGE_NOTICES: readonly (readonly [key: string, sentence: string])[] = [
  ["clock-moved", "The clock was set."],
  ["fault-added", "The fault waits for its calls."],
  ["faults-cleared", "All faults were forgotten."],
  ["switches-set", "The switches were set."],
  ["reset", "Everything starts afresh."],
];
