import { expect, it } from "vitest";

import { createJudge } from "./deviations";

const nulls = { operation: /deals/, line: /org_id is null/, because: "facts §3.3" };
const never = { operation: /deals/, line: /never/, because: "facts §3.3" };

it("explains what the table has, and nothing else", () => {
  const judge = createJudge([nulls]);
  const lines = ["data.org_id is null, not integer", "data.title is null, not string"];
  expect(judge.unexplained("GET /api/v2/deals", lines)).toEqual(["data.title is null, not string"]);
  expect(judge.unexplained("GET /api/v2/stages", lines)).toEqual(lines);
});

it("names the entries that did not occur", () => {
  const judge = createJudge([nulls, never]);
  judge.unexplained("GET /api/v2/deals", ["data.org_id is null, not integer"]);
  expect(judge.unused()).toEqual([never]);
});
