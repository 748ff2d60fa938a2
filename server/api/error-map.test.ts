import { TRPCError } from "@trpc/server";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { AppError } from "../lib/errors";
import { VendorError } from "../vendors/http/vendor-error";
import { formatError, toTrpcError } from "./error-map";

const shape = (error: TRPCError) => {
  const data = {
    code: error.code,
    httpStatus: 500,
    path: "records.get",
    stack: "Error: secret\n at file.ts",
  };
  return { message: error.message, code: -32603 as const, data };
};

function wrapped(cause: unknown): TRPCError {
  return toTrpcError(new TRPCError({ code: "INTERNAL_SERVER_ERROR", cause }));
}

describe("toTrpcError", () => {
  it("gives each of our errors its tRPC code and its sentence", () => {
    expect(wrapped(new AppError("not_found")).code).toBe("NOT_FOUND");
    const conflict = wrapped(new AppError("conflict", { message: "insides", userMessage: "Reload." }));
    expect([conflict.code, conflict.message]).toEqual(["CONFLICT", "Reload."]);
  });

  it.each([
    ["auth", "PRECONDITION_FAILED"],
    ["forbidden", "BAD_GATEWAY"],
    ["rate_limited", "TOO_MANY_REQUESTS"],
    ["timeout", "BAD_GATEWAY"],
  ] as const)("turns a vendor's %s into %s", (kind, code) => {
    const fields = { vendor: "pipedrive", operation: "me", kind, mayHaveHappened: false } as const;
    const error = wrapped(new VendorError(fields));
    expect(error.code).toBe(code);
    expect(error.message).toContain("Pipedrive");
  });

  it("leaves what it does not know as a failure on our side", () => {
    expect(wrapped(new TypeError("x")).code).toBe("INTERNAL_SERVER_ERROR");
  });
});

describe("formatError", () => {
  it("lets neither stack nor insides out", () => {
    const error = wrapped(new TypeError("password=hunter2 at db:5432"));
    const answer = formatError(shape(error), error, "req-1");
    const text = JSON.stringify(answer);
    expect(text).not.toContain("hunter2");
    expect(text).not.toContain("file.ts");
    expect(answer.data).toMatchObject({ errorCode: "internal", requestId: "req-1", path: "records.get" });
    expect(answer.message).toBe(answer.data.userMessage);
  });

  it("names each wrong field with its sentences", () => {
    const schema = z.object({ email: z.email("Not an e-mail."), rules: z.object({ title: z.string() }) });
    const parsed = schema.safeParse({ email: "x", rules: {} });
    const error = new TRPCError({ code: "BAD_REQUEST", cause: parsed.error });
    const { data } = formatError(shape(error), error, null);
    expect(data.errorCode).toBe("invalid_input");
    expect(data.fieldErrors["email"]).toEqual(["Not an e-mail."]);
    expect(Object.keys(data.fieldErrors)).toEqual(["email", "rules.title"]);
  });

  it("names the field that a use case found wrong, and of no other error", () => {
    const refusal = { userMessage: "Too common.", details: { field: "password" } };
    const ofField = wrapped(new AppError("invalid_input", refusal));
    expect(formatError(shape(ofField), ofField, null).data.fieldErrors).toEqual({
      password: ["Too common."],
    });
    for (const other of [new AppError("conflict", refusal), new AppError("invalid_input")]) {
      const error = wrapped(other);
      expect(formatError(shape(error), error, null).data.fieldErrors).toEqual({});
    }
  });
});
