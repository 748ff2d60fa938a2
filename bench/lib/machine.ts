import { availableParallelism, loadavg } from "node:os";

/** How busy the machine is, in one line: a load beyond its cores makes every figure by the clock too large. */
export function machineLine(): string {
  const cores = availableParallelism();
  const [load = 0] = loadavg();
  const verdict = load > cores ? ": busy, so that figures by the clock are too large" : "";
  return `Machine: ${cores} cores, load ${load.toFixed(1)}${verdict}.`;
}
