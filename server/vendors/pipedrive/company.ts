import { z } from "zod";
import { callPipedrive } from "./call";
import type { PipedriveCallDeps } from "./call";
import { limitsOf } from "./limits-of";
import type { PipedriveLimits } from "./limits-of";
import { currencySchema, meSchema } from "./schemas";
import type { WireMe } from "./schemas";

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
  /** Not deactivated. */
  isActive: boolean;
  /** Whether they run the company's deals or its settings; null when Pipedrive does not tell. */
  isAdmin: boolean | null;
};

/** The person together with what the very same answer told of the limits. */
export type WhoAnswer = { me: PipedriveMe; limits: PipedriveLimits; durationMs: number };

export type RemoteCurrency = { code: string; name: string; decimalPoints: number; isActive: boolean };

/** Whoever administers one of these may make fields (facts §2). */
const rulingApps: ReadonlySet<string> = new Set(["sales", "global"]);

function isAdmin({ access }: WireMe): boolean | null {
  if (!access) return null;
  return access.some(({ app, admin }) => rulingApps.has(app) && admin === true);
}

function toMe(data: WireMe): PipedriveMe {
  return {
    userId: data.id,
    name: data.name,
    email: data.email,
    companyId: data.company_id,
    companyName: data.company_name,
    companyDomain: data.company_domain,
    defaultCurrency: data.default_currency,
    timezone: data.timezone_name,
    isActive: data.active_flag !== false,
    isAdmin: isAdmin(data),
  };
}

/** The calls about the company that only API v1 answers. */
export function createCompanyCalls(deps: PipedriveCallDeps) {
  async function whoAmI(): Promise<WhoAnswer> {
    const path = "/api/v1/users/me";
    const request = { operation: "me", method: "GET", path, schema: meSchema } as const;
    const { data, headers, call } = await callPipedrive(deps, request);
    return { me: toMe(data), limits: limitsOf(headers), durationMs: call.durationMs };
  }

  return {
    /** The person whose grant this is, and the limits as that answer told them. */
    whoAmI,

    /** The person whose grant this is. */
    me: async (): Promise<PipedriveMe> => (await whoAmI()).me,

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
