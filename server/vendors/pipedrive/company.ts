import { z } from "zod";
import type { RemotePipeline, RemoteStage } from "../../domain/remote";
import { callPipedrive } from "./call";
import type { PipedriveCallDeps } from "./call";
import { listAll } from "./list-all";
import { currencySchema, meSchema, pipelineSchema, stageSchema } from "./schemas";
import { toPipeline, toStage } from "./to-remote";

/** Who installed the app, and in which company (facts §2). */
export type PipedriveMe = {
  userId: number;
  name: string;
  email: string;
  companyId: number;
  companyName: string;
  companyDomain: string;
  defaultCurrency: string;
  timezone: string;
};

export type RemoteCurrency = { code: string; name: string; decimalPoints: number; isActive: boolean };

/** The calls about the company: who, pipelines, stages, currencies. */
export function createCompanyCalls(deps: PipedriveCallDeps) {
  return {
    /** The person whose grant this is. */
    async me(): Promise<PipedriveMe> {
      const path = "/api/v1/users/me";
      const { data } = await callPipedrive(deps, { operation: "me", method: "GET", path, schema: meSchema });
      return {
        userId: data.id,
        name: data.name,
        email: data.email,
        companyId: data.company_id,
        companyName: data.company_name,
        companyDomain: data.company_domain,
        defaultCurrency: data.default_currency,
        timezone: data.timezone_name,
      };
    },

    /** The pipelines that are not deleted, in their order; the first is the default one. */
    async listPipelines(): Promise<RemotePipeline[]> {
      const rows = await listAll(deps, "listPipelines", "/api/v2/pipelines", {}, pipelineSchema);
      return rows
        .filter((row) => !row.is_deleted)
        .map(toPipeline)
        .toSorted((a, b) => a.order - b.order);
    },

    /** The stages that are not deleted, of one pipeline or of all, in their order. */
    async listStages(pipelineId?: number): Promise<RemoteStage[]> {
      const filter = pipelineId === undefined ? {} : { pipeline_id: String(pipelineId) };
      const rows = await listAll(deps, "listStages", "/api/v2/stages", filter, stageSchema);
      const stages = rows.filter((row) => !row.is_deleted).map(toStage);
      return stages.toSorted((a, b) => a.pipelineId - b.pipelineId || a.order - b.order);
    },

    /** The currencies the company may use, its own ones among them. */
    async listCurrencies(): Promise<RemoteCurrency[]> {
      const path = "/api/v1/currencies";
      const schema = z.array(currencySchema);
      const { data } = await callPipedrive(deps, {
        operation: "listCurrencies",
        method: "GET",
        path,
        schema,
      });
      return data.map((row) => ({
        code: row.code,
        name: row.name,
        decimalPoints: row.decimal_points ?? 2,
        isActive: row.active_flag ?? true,
      }));
    },
  };
}
