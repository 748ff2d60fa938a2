import { z } from "zod";
import { callPipedrive } from "./call";
import type { PipedriveCallDeps } from "./call";
import { currencySchema, meSchema } from "./schemas";

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

/** The calls about the company that only API v1 answers. */
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

    /** The currencies the company may use, its own ones among them. */
    async listCurrencies(): Promise<RemoteCurrency[]> {
      const request = { path: "/api/v1/currencies", schema: z.array(currencySchema) };
      const { data } = await callPipedrive(deps, { operation: "listCurrencies", method: "GET", ...request });
      return data.map((row) => ({
        code: row.code,
        name: row.name,
        decimalPoints: row.decimal_points ?? 2,
        isActive: row.active_flag ?? true,
      }));
    },
  };
}
