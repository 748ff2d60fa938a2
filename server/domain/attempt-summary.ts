/** What an attempt's one line is made from. */
export type AttemptFacts = {
  outcome: string;
  writes: readonly {
    kind: string;
    /** `planned`, `done`, `adopted` or `failed`. */
    status: string;
    pipedriveId: number | null;
    fields: readonly { label: string; before: string | null; after: string | null }[];
  }[];
  /** Why nothing, or not everything, was written. */
  skips: readonly string[];
  errorMessage: string | null;
};

/** More changes than these are counted, not named. */
const namedChanges = 3;

/** What people look for first. */
const weight: Readonly<Record<string, number>> = { Stage: 0, Status: 1, "FreshBooks status": 2, Value: 3 };

type WriteFacts = AttemptFacts["writes"][number];

function objectName({ kind, pipedriveId }: WriteFacts): string {
  const noun = kind.startsWith("organization") ? "Organization" : "Deal";
  return pipedriveId === null ? noun : `${noun} ${String(pipedriveId)}`;
}

function changeText({ label, before, after }: WriteFacts["fields"][number]): string {
  return before === null ? `${label} ${after ?? "emptied"}` : `${label} ${before} → ${after ?? "empty"}`;
}

function writeText(write: WriteFacts): string {
  if (write.kind.endsWith(".create")) {
    const title = write.fields.find(({ label }) => label === "Title" || label === "Name")?.after;
    const what = write.status === "adopted" ? "was there already" : "created";
    return `${objectName(write)} ${what}${title ? `: ${title}` : ""}`;
  }
  const ordered = write.fields.toSorted((a, b) => (weight[a.label] ?? 9) - (weight[b.label] ?? 9));
  const named = ordered.slice(0, namedChanges).map(changeText).join(", ");
  const more = ordered.length - namedChanges;
  return `${objectName(write)}: ${named}${more > 0 ? `, and ${String(more)} more` : ""}`;
}

/** An attempt in words, as it stands in the list: "Deal 42: Stage Sent → Overdue". */
export function summarizeAttempt(facts: AttemptFacts): string {
  if (facts.outcome === "failed") return facts.errorMessage ?? "Failed.";
  if (facts.outcome === "superseded") return "A newer attempt took its place.";
  const done = facts.writes.filter(({ status }) => status === "done" || status === "adopted");
  if (done.length > 0) return done.map(writeText).join(" · ");
  if (facts.outcome === "running") return "Under way.";
  return facts.skips[0] ?? "Nothing had to be written.";
}
