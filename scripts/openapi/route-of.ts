import type { Specification, SpecifiedOperation } from "./specification";

function patternOf(id: string): RegExp {
  return new RegExp(`^${id.replace(/[.*+?^$()|[\]\\]/g, "\\$&").replace(/\{\w+\}/g, "[^/]+")}$`);
}

/** The operation of a call, a path with fixed parts before one with a parameter in their place. */
export function findRoute(
  specification: Specification,
  method: string,
  path: string,
): SpecifiedOperation | undefined {
  const call = `${method} ${path}`;
  return specification.get(call) ?? [...specification.values()].find(({ id }) => patternOf(id).test(call));
}
