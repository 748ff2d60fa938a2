import "server-only";
import type { Check } from "../../contracts/connections";
import { findConnection } from "../../db/repos/connection";
import type { Connection } from "../../db/repos/connection";
import { listPipedriveFields } from "../../db/repos/pipedrive-field";
import type { Tenant } from "../../db/tenant";
import { findField } from "../../domain/mapping/bind-field";
import { fieldSpecs } from "../../domain/mapping/field-specs";
import type { RemoteField } from "../../domain/remote";
import type { PipedriveClient } from "../../vendors/pipedrive/client";
import type { WhoAnswer } from "../../vendors/pipedrive/company";
import { listPipelines } from "../onboarding/list-pipelines";
import { patiently } from "../onboarding/patiently";
import { learn, ok, problem, sentenceOfFailure, unknown } from "./checks/check";
import * as company from "./checks/pipedrive-company";
import { fieldRightCheck, scopesCheck } from "./checks/pipedrive-rights";
import { invoiceCurrencies } from "./preflight-freshbooks";
import type { VendorDeps } from "./vendor-deps";

const reached = { id: "pipedrive.reached", title: "Pipedrive answers" };
const reconnect = "Reconnect Pipedrive, or look again in a minute.";

/** How many custom fields the company has, and how many of ours are not among them. */
async function countFields(deps: VendorDeps, tenant: Tenant, client: PipedriveClient) {
  const stored = await listPipedriveFields(deps.db, tenant);
  const fields: Record<"deal" | "organization", RemoteField[]> = {
    deal: await patiently(() => client.listFields("deal")),
    organization: await patiently(() => client.listFields("organization")),
  };
  const missing = fieldSpecs.filter((spec) => {
    const row = stored.find(({ entity, purpose }) => entity === spec.entity && purpose === spec.purpose);
    return findField(spec, fields[spec.entity], row ? { code: row.fieldCode, options: {} } : null) === null;
  });
  const custom = [...fields.deal, ...fields.organization].filter(({ isCustom }) => isCustom);
  return { custom: custom.length, missing: missing.length };
}

async function fieldChecks(
  deps: VendorDeps,
  tenant: Tenant,
  { client, who, connection }: { client: PipedriveClient; who: WhoAnswer; connection: Connection },
): Promise<Check[]> {
  const { limits, me } = who;
  try {
    const count = await countFields(deps, tenant, client);
    return [fieldRightCheck(connection, me, count), company.roomCheck(limits, connection.grant, count)];
  } catch (error) {
    const line = { id: "pipedrive.fields", title: "Custom fields can be made" };
    return [unknown(line, sentenceOfFailure(error))];
  }
}

async function companyChecks(deps: VendorDeps, tenant: Tenant, client: PipedriveClient): Promise<Check[]> {
  const pipelines = { id: "pipedrive.pipelines", title: "There is a pipeline with stages", fix: reconnect };
  const currencies = {
    id: "pipedrive.currencies",
    title: "The invoices' currencies are in use",
    fix: reconnect,
  };
  const needed = await invoiceCurrencies(deps, tenant);
  return [
    await learn(pipelines, () => listPipelines(client), company.pipelinesCheck),
    await learn(
      currencies,
      () => client.listCurrencies(),
      (found) => company.currenciesCheck(needed, found),
    ),
  ];
}

/** What stands between this workspace and Pipedrive; asked live, for 52 tokens of the day's budget. */
export async function pipedriveChecks(deps: VendorDeps, tenant: Tenant): Promise<Check[]> {
  const connection = await findConnection(deps.db, tenant, "pipedrive");
  if (!connection) return [problem(reached, "It is not connected yet.", "Connect Pipedrive.")];
  try {
    const client = await deps.pipedrive(tenant);
    const who = await patiently(() => client.whoAmI());
    const { me, limits } = who;
    const { grant } = connection;
    return [
      ok(reached, `API use is allowed; ${new URL(connection.apiBaseUrl).host} answered.`),
      company.accountCheck(me),
      company.planCheck(limits, grant),
      scopesCheck(connection),
      ...(await fieldChecks(deps, tenant, { client, who, connection })),
      ...(await companyChecks(deps, tenant, client)),
      company.budgetCheck(limits),
    ];
  } catch (error) {
    return [problem(reached, sentenceOfFailure(error), reconnect)];
  }
}
