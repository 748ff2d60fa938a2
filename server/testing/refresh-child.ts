import { accessToken } from "@/server/credentials/access-token";
import { openDatabase } from "@/server/db/client";
import { tenantForWork } from "@/server/db/tenant";
import { systemClock } from "@/server/lib/clock";
import { parseEnv } from "@/server/lib/env";
import { AppError } from "@/server/lib/errors";
import { createLogger } from "@/server/lib/log";
import { refreshOrderSchema } from "./refresh-order";

const order = refreshOrderSchema.parse(JSON.parse(process.argv[2] ?? "null"));
const db = openDatabase(order.databaseUrl, 4);
const deps = { db, clock: systemClock, log: createLogger("silent"), env: parseEnv(order.env) };
const tenant = await tenantForWork(db, order.workspaceId);

async function ask(): Promise<string> {
  try {
    return (await accessToken(deps, tenant, "freshbooks")).token;
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

process.once("message", () => {
  void Promise.all(Array.from({ length: order.callers }, ask)).then(async (report) => {
    process.send?.(report);
    await db.$disconnect();
    process.disconnect();
  });
});
process.send?.("ready");
