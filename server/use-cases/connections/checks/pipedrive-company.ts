import "server-only";
import type { Check, Ping } from "../../../contracts/connections";
import type { PipelineDto } from "../../../contracts/onboarding";
import type { ConnectionGrant } from "../../../db/generated/enums";
import type { PipedriveMe } from "../../../vendors/pipedrive/company";
import type { RemoteCurrency } from "../../../vendors/pipedrive/company";
import { planOf } from "../../../vendors/pipedrive/plans";
import { ok, problem, unknown, warning } from "./check";

type Budget = NonNullable<Ping["budget"]>;

const account = { id: "pipedrive.account", title: "Company and person" };
const plan = { id: "pipedrive.plan", title: "Plan" };
const pipelines = { id: "pipedrive.pipelines", title: "There is a pipeline with stages" };
const currencies = { id: "pipedrive.currencies", title: "The invoices' currencies are in use" };
const budget = { id: "pipedrive.budget", title: "Requests are left for today" };
const room = { id: "pipedrive.room", title: "There is room for custom fields" };

/** Which company it is, and whose rights count there. */
export function accountCheck(me: PipedriveMe): Check {
  const detail = `${me.companyName}, as ${me.name} (${me.email})`;
  if (me.isActive) return ok(account, detail);
  return problem(
    account,
    `${detail} is deactivated.`,
    "Have somebody who is active in the company reconnect.",
  );
}

/** Pipedrive does not name the plan; how many calls it allows in two seconds tells it apart (facts §6). */
export function planCheck({ windowLimit }: Budget, grant: ConnectionGrant): Check {
  const known = planOf(windowLimit, grant);
  if (!known)
    return unknown(plan, "Pipedrive does not tell it. The sync goes as slowly as any plan asks for.");
  return ok(plan, `${known.name}: ${String(windowLimit)} requests in two seconds.`);
}

export function pipelinesCheck(found: readonly PipelineDto[]): Check {
  const usable = found.filter(({ stages }) => stages.length > 0);
  if (usable.length > 0) return ok(pipelines, usable.map(({ name }) => name).join(", "));
  return problem(
    pipelines,
    "No pipeline with a stage is visible to the person who connected.",
    "Make one in Pipedrive, or have somebody connect who can see one.",
  );
}

/** Whether invoices in these currencies can have deals: one that is not in use is refused with the deal. */
export function currenciesCheck(needed: ReadonlySet<string>, found: readonly RemoteCurrency[]): Check {
  if (needed.size === 0) return unknown(currencies, "No invoice has been seen yet.");
  const active = new Set(found.filter(({ isActive }) => isActive).map(({ code }) => code));
  const missing = [...needed].filter((code) => !active.has(code)).toSorted();
  if (missing.length === 0) return ok(currencies, [...needed].toSorted().join(", "));
  const fix = `Switch ${missing.join(", ")} on in Pipedrive under Company settings → Currencies.`;
  const detail = `Invoices in ${missing.join(", ")} cannot have deals.`;
  return missing.length === needed.size ? problem(currencies, detail, fix) : warning(currencies, detail, fix);
}

const littleShare = 0.1;

/** The company's tokens of the day, which it shares with every other app (facts §6). */
export function budgetCheck({ dailyLimit, dailyRemaining }: Budget): Check {
  if (dailyLimit === null || dailyRemaining === null) {
    return unknown(
      budget,
      "Pipedrive did not say how much is left; when it is spent, the sync waits until the next day.",
    );
  }
  const detail = `${dailyRemaining.toLocaleString("en")} of ${dailyLimit.toLocaleString("en")} tokens are left for the whole company.`;
  const fix = "It begins anew at midnight. Other apps spend of it too; Pipedrive sells more.";
  if (dailyRemaining === 0) return problem(budget, detail, fix);
  return dailyRemaining < dailyLimit * littleShare ? warning(budget, detail, fix) : ok(budget, detail);
}

/** Whether the plan leaves room for the fields that are missing; fields of persons and products count too, unseen. */
export function roomCheck(
  { windowLimit }: Budget,
  grant: ConnectionGrant,
  fields: { custom: number; missing: number },
): Check {
  const known = planOf(windowLimit, grant);
  if (fields.missing === 0) return ok(room, "Nothing has to be made.");
  if (!known) return unknown(room, "The plan is not known, and so how many custom fields it allows.");
  const { name, customFields } = known;
  const detail = `${String(fields.custom)} are there, ${String(fields.missing)} have to be made; ${name} allows ${String(customFields)} in all.`;
  if (fields.custom + fields.missing <= customFields) return ok(room, detail);
  return warning(room, detail, "Delete custom fields that nobody uses in Pipedrive, or take a larger plan.");
}
