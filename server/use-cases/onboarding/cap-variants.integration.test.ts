import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startSandbox } from "@/sandbox/start-sandbox";
import type { Sandbox } from "@/sandbox/start-sandbox";
import { AppError } from "../../lib/errors";
import { connect } from "../../testing/consent";
import { failureOf } from "../../testing/failure-of";
import { actorOf, createMember } from "../../testing/people";
import { pipedriveVariants } from "../../testing/pipedrive-variants";
import { createTestDeps, sandboxEnv } from "../../testing/test-deps";
import type { TestDeps } from "../../testing/test-deps";
import { variantsOf } from "../../testing/variants";
import { readSwitches, turnSwitches } from "../../testing/vendor-switches";
import { proposeMappingFor } from "./propose-mapping";
import { publishMapping } from "./publish-mapping";

let sandbox: Sandbox;
let deps: TestDeps;

beforeAll(async () => {
  sandbox = await startSandbox();
  deps = await createTestDeps(sandboxEnv(sandbox));
});

beforeEach(() => {
  sandbox.pipedrive.control.reset();
});

afterAll(async () => {
  await deps.close();
  await sandbox.stop();
});

/** What keeps a workspace from making its fields; limits on deals are met by the sync alone. */
const caps = variantsOf(pipedriveVariants, "caps").filter(({ name }) => !name.startsWith("deal"));

describe("a company in which fields may not be made", () => {
  it.each(caps)("is told what is missing, and is set up once it may be: $name", async ({ switches }) => {
    const defaults = await readSwitches(sandbox.pipedrive);
    await turnSwitches(sandbox.pipedrive, switches);
    const person = await createMember(deps);
    const { tenant } = person.member;
    await connect(deps, { ...person, vendor: "pipedrive" });
    const publish = async () => {
      const { rules } = await proposeMappingFor(deps, tenant, {});
      return publishMapping(deps, tenant, { rules, actor: actorOf(person.viewer) });
    };
    const error = await failureOf(AppError, publish());
    expect(error.code).toBe("vendor_refused");
    expect(error.userMessage).toContain("FreshBooks client ID");
    await turnSwitches(sandbox.pipedrive, defaults);
    await connect(deps, { ...person, vendor: "pipedrive" });
    await publish();
    const where = { workspaceId: tenant.workspaceId };
    expect(await deps.db.pipedriveField.count({ where })).toBe(8);
  });
});
