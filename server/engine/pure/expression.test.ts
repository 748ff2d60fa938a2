import { describe, expect, it } from "vitest";
import { compileExpression, ExpressionError, keyText } from "./expression";

const event = {
  name: "shop/paid",
  data: {
    id: "e1",
    n: 1,
    half: 0.5,
    ok: true,
    nothing: null,
    "a-b": "dash",
    list: ["x"],
    deep: { er: { still: "here" } },
  },
};

function value(text: string): unknown {
  return compileExpression(text, "event").evaluate({ event });
}

describe("compileExpression", () => {
  it.each([
    ["event.data.id", "e1"],
    ['event.data["a-b"]', "dash"],
    ["event.data.id + '-' + event.data.id", "e1-e1"],
    ["event.data.id + '-' + event.data.n", "e1-1"],
    ["event.data.half + event.data.id", "0.5e1"],
    ["event.data.n == 1", true],
    ["event.data.n >= 1 && event.data.half < 1.0", true],
    ["'x' in event.data.list", true],
    ["has(event.data.id)", true],
    ["has(event.data.gone)", false],
    ["!has(event.data.gone) || event.data.gone == 'a'", true],
    ["size(event.data.id) == 2", true],
    ["event.data.id.startsWith('e') && event.data.id.endsWith('1') && event.data.id.contains('e')", true],
    ["event.data.id.matches('^e[0-9]$')", true],
    ["event.data.ok ? 120 : 0", 120n],
    ["int(event.data.n)", 1n],
    ["string(event.data.n)", "1"],
    ["event.data.deep.er.still", "here"],
  ])("evaluates %s", (text, wanted) => {
    expect(value(text)).toEqual(wanted);
  });

  it.each([
    ["event.data.gone", null],
    ["event.data.gone.further.away", null],
    ["event.data.gone == null", true],
    ["event.data.gone != 'a'", true],
    ["event.data.gone == 'a'", false],
    ["event.data.nothing == null", true],
    ["event.data.id + event.data.gone", "e1"],
  ])("reads a missing attribute as null: %s", (text, wanted) => {
    expect(value(text)).toEqual(wanted);
  });

  it.each(["event.data.id.further", "event.data.n + 1", "event.data.list.startsWith('x')"])(
    "gives no value where the types do not fit: %s",
    (text) => {
      expect(value(text)).toBeUndefined();
    },
  );

  it("knows the arriving event where that is allowed, and nowhere else", () => {
    const both = compileExpression("event.data.id == async.data.id", "event and async");
    expect(both.matches({ event, async: { data: { id: "e1" } } })).toBe(true);
    expect(both.matches({ event, async: { data: { id: "e2" } } })).toBe(false);
    expect(both.matches({ event, async: {} })).toBe(false);
    expect(() => compileExpression("async.data.id == 'a'", "event")).toThrow(ExpressionError);
  });

  it.each([
    "",
    "event.data.id ==",
    "events.data.id",
    "nobody(event.data.id)",
    "event.data.id = 1",
    "1 + 'a'",
  ])("refuses %j", (text) => {
    expect(() => compileExpression(text, "event")).toThrow(ExpressionError);
  });

  it("matches only what is exactly true", () => {
    for (const text of ["event.data.id", "event.data.n", "event.data.gone", "event.data.id.x"]) {
      expect(compileExpression(text, "event").matches({ event })).toBe(false);
    }
  });

  it("does not mistake what every object inherits for data", () => {
    expect(value("event.data.toString")).toBeNull();
  });

  it("leaves the event as it was", () => {
    const frozen = Object.freeze({ data: Object.freeze({}) });
    expect(compileExpression("event.data.a.b", "event").evaluate({ event: frozen })).toBeNull();
    expect(frozen).toEqual({ data: {} });
  });
});

describe("keyText", () => {
  it.each([
    ["event.data.id", "e1"],
    ["event.data.n", "1"],
    ["event.data.ok", "true"],
    ["event.data.gone", "false"],
    ["event.data.nothing", "false"],
    ["event.data.id.wrong", "false"],
    ["event.data.list", '["x"]'],
    ["int(event.data.n)", "1"],
  ])("makes %s the key %s", (text, wanted) => {
    expect(keyText(compileExpression(text, "event"), event)).toBe(wanted);
  });

  it("is one key for all without an expression", () => {
    expect(keyText(null, event)).toBe("");
  });
});
