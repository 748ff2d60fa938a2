import type { FaultPreset } from "../backstage/fault-part";

const INVOICES = "/accounting/account/*/invoices/invoices*";

/** Accidents that apps have to live with, by a click. */
export const FRESHBOOKS_FAULTS: readonly FaultPreset[] = [
  {
    key: "lists-fail",
    label: "Two lists of invoices fail (500)",
    fault: { method: "GET", path: INVOICES, status: 500, times: 2 },
  },
  {
    key: "storm",
    label: "429 for 30 seconds",
    fault: { path: "/accounting/*", storm: { status: 429, forMs: 30_000 } },
  },
  {
    key: "slow",
    label: "Next five answers 3 s late",
    fault: { path: "/accounting/*", delayMs: 3000, times: 5 },
  },
  { key: "cut", label: "Next answer is cut short", fault: { path: "/accounting/*", truncateBytes: 60 } },
  {
    key: "html",
    label: "Next answer is a gateway's page (502)",
    fault: { path: "/accounting/*", status: 502, body: "<html><body>502 Bad Gateway</body></html>" },
  },
  {
    key: "refresh-lost",
    label: "Next token answer is lost",
    fault: { method: "POST", path: "/auth/oauth/token", drop: true, when: "after" },
  },
];
