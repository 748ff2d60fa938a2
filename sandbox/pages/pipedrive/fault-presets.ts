import type { FaultPreset } from "../backstage/fault-part";

/** Accidents that apps have to live with, by a click. */
export const PIPEDRIVE_FAULTS: readonly FaultPreset[] = [
  {
    key: "create-lost",
    label: "Next deal is made, its answer lost",
    fault: { method: "POST", path: "/api/v2/deals", drop: true, when: "after" },
  },
  {
    key: "edits-fail",
    label: "Two edits of deals fail (500)",
    fault: { method: "PATCH", path: "/api/v2/deals/*", status: 500, times: 2 },
  },
  {
    key: "storm",
    label: "429 for 30 seconds",
    fault: { path: "/api/*", storm: { status: 429, forMs: 30_000 } },
  },
  { key: "slow", label: "Next five answers 3 s late", fault: { path: "/api/*", delayMs: 3000, times: 5 } },
  { key: "cut", label: "Next answer is cut short", fault: { path: "/api/*", truncateBytes: 60 } },
  {
    key: "html",
    label: "Next answer is an edge's page (403)",
    fault: { path: "/api/*", status: 403, body: "<html><body>Attention Required!</body></html>" },
  },
  {
    key: "refresh-lost",
    label: "Next token answer is lost",
    fault: { method: "POST", path: "/oauth/token", drop: true, when: "after" },
  },
];
