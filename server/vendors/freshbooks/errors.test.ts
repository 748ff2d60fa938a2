import { describe, expect, it } from "vitest";
import { explainFailure, explainSuccessErrors } from "./errors";

const classic = {
  errno: 1012,
  field: "userid",
  message: "Client not found.",
  object: "client",
  value: "134",
};
const metadata = { object: "client", message: "Client not found.", value: "134", field: "userid" };
const errorInfo = {
  "@type": "type.googleapis.com/google.rpc.ErrorInfo",
  reason: "1012",
  domain: "accounting.api.freshbooks.com",
  metadata,
};

/** Every body that facts §3.7 and §7 have recorded. */
const shapes: [string, unknown, object][] = [
  ["classic", { response: { errors: [classic] } }, { code: "1012", detail: "Client not found." }],
  ["errors as one object", { response: { errors: classic } }, { code: "1012", detail: "Client not found." }],
  [
    "google.rpc",
    { code: 5, message: "Request failed with status_code: 404", details: [errorInfo] },
    { code: "1012", detail: "Client not found." },
  ],
  [
    "google.rpc with field violations",
    {
      code: 3,
      message: "Invalid data in this request.",
      details: [{ "@type": "x", fieldViolations: [{ field: "event", description: "Unrecognized event." }] }],
    },
    { code: "3", detail: "Invalid data in this request." },
  ],
  [
    "events 422",
    { errno: 422, message: "Semantic errors.", details: ["event: Unrecognized event.", "uri: not a URL"] },
    { code: "422", detail: "Semantic errors. event: Unrecognized event. uri: not a URL" },
  ],
  ["events 404", { errno: 404, message: "Requested resource could not be found." }, { code: "404" }],
  ["missing scope", { message: "insufficient_scope: The request requires …" }, { code: undefined }],
  [
    "gateway 401",
    { error: "unauthenticated", error_description: "This action requires authentication to continue." },
    { code: "unauthenticated" },
  ],
];

describe("explainFailure", () => {
  it.each(shapes)("reads %s", (_name, body, expected) => {
    expect(explainFailure(body)).toMatchObject(expected);
  });

  it("does not take an unknown account for an unknown object", () => {
    const account = { ...classic, object: "account" };
    expect(explainFailure({ response: { errors: [account] } })).toMatchObject({ kind: "forbidden" });
    const rpc = {
      code: 5,
      message: "",
      details: [{ ...errorInfo, metadata: { ...metadata, object: "account" } }],
    };
    expect(explainFailure(rpc)).toMatchObject({ kind: "forbidden" });
    expect(explainFailure({ response: { errors: [classic] } })).not.toHaveProperty("kind");
  });

  it.each([[null], ["<html>"], [[]], [{}], [{ response: null }], [{ response: { errors: [] } }]])(
    "says nothing about %j",
    (body) => {
      expect(explainFailure(body)).toEqual({});
    },
  );
});

describe("explainSuccessErrors", () => {
  it("gives the kind by errno, for the status says nothing", () => {
    const kindOf = (errno: number) =>
      explainSuccessErrors({ response: { errors: [{ errno, message: "m" }] } })?.kind;
    expect([1012, 1003, 1011, 12001, 1015].map(kindOf)).toEqual([
      "not_found",
      "forbidden",
      "gone",
      "forbidden",
      "invalid",
    ]);
  });

  it("leaves a good answer alone", () => {
    expect(explainSuccessErrors({ response: { result: { client: {} } } })).toBeUndefined();
  });
});
