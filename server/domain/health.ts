/** What the overview's one sentence is made from. */
export type HealthFacts = {
  /** What set-up still lacks, in the order in which it is done; empty when it is finished. */
  missing: readonly ("freshbooks" | "business" | "pipedrive" | "mapping")[];
  /** Vendors whose grant was refused. */
  refusedBy: readonly string[];
  counts: { in_step: number; waiting: number; excluded: number; failing: number };
  /** Callbacks that FreshBooks does not deliver to (yet). */
  unverifiedCallbacks: number;
  pausedReason: string | null;
  oldestWaitingMs: number | null;
};

type Verdict = "setup" | "in_step" | "working" | "attention" | "failing";
export type Health = { verdict: Verdict; sentence: string };

/** Work older than this is no longer "on its way". */
const stuckAfterMs = 15 * 60_000;

const nextSteps = {
  freshbooks: "connect FreshBooks",
  business: "choose the FreshBooks business",
  pipedrive: "connect Pipedrive",
  mapping: "choose pipeline and stages",
} as const;

function plural(count: number, one: string, many: string): string {
  return `${String(count)} ${count === 1 ? one : many}`;
}

/** An age in the unit that people would use: `4 s`, `3 min`, `2 h`, `5 days`. */
export function ageText(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 90) return `${String(seconds)} s`;
  if (seconds < 90 * 60) return `${String(Math.round(seconds / 60))} min`;
  if (seconds < 36 * 3600) return `${String(Math.round(seconds / 3600))} h`;
  return plural(Math.round(seconds / 86_400), "day", "days");
}

function failure(facts: HealthFacts): Health | null {
  if (facts.refusedBy.length > 0) {
    const names = facts.refusedBy.join(" and ");
    return {
      verdict: "failing",
      sentence: `Reconnect ${names}: access was refused. Changes wait; nothing is lost.`,
    };
  }
  if (facts.pausedReason === null && (facts.oldestWaitingMs ?? 0) > stuckAfterMs) {
    const age = ageText(facts.oldestWaitingMs ?? 0);
    return {
      verdict: "failing",
      sentence: `A change has been waiting for ${age}; work is stuck or far behind.`,
    };
  }
  return null;
}

function attention(facts: HealthFacts): Health | null {
  if (facts.pausedReason !== null) return { verdict: "attention", sentence: facts.pausedReason };
  if (facts.counts.failing > 0) {
    const what = plural(facts.counts.failing, "record", "records");
    const sentence = `${what} could not be brought to Pipedrive; each shows its reason.`;
    return { verdict: "attention", sentence };
  }
  if (facts.unverifiedCallbacks > 0) {
    const what = plural(facts.unverifiedCallbacks, "callback", "callbacks");
    const sentence = `FreshBooks has not confirmed ${what} yet; until then changes are found by our own sweep.`;
    return { verdict: "attention", sentence };
  }
  return null;
}

/** How the workspace stands, in one word and one sentence; the worst thing first. */
export function judgeHealth(facts: HealthFacts): Health {
  const [next] = facts.missing;
  if (next !== undefined) {
    return { verdict: "setup", sentence: `Set-up is not finished: ${nextSteps[next]} next.` };
  }
  const trouble = failure(facts) ?? attention(facts);
  if (trouble) return trouble;
  const { waiting, in_step: inStep, excluded } = facts.counts;
  if (waiting > 0) {
    return {
      verdict: "working",
      sentence: `Working: ${plural(waiting, "record is", "records are")} on the way.`,
    };
  }
  if (inStep === 0 && excluded === 0) {
    return { verdict: "in_step", sentence: "Ready. The first change in FreshBooks will appear here." };
  }
  const aside = excluded > 0 ? `; ${String(excluded)} left out, each with its reason` : "";
  return {
    verdict: "in_step",
    sentence: `Pipedrive shows what FreshBooks says: ${String(inStep)} in step${aside}.`,
  };
}
