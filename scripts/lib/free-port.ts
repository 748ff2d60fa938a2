import { createServer } from "node:net";

import { SetupError } from "./setup-error";

/** Whether nothing listens on the port of 127.0.0.1, by listening on it for a moment. */
export function isPortFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => {
      resolve(false);
    });
    probe.listen({ port, host: "127.0.0.1", exclusive: true }, () => {
      probe.close(() => {
        resolve(true);
      });
    });
  });
}

/** A port that was free a moment ago. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen({ port: 0, host: "127.0.0.1", exclusive: true }, () => {
      const address = probe.address();
      probe.close(() => {
        if (address !== null && typeof address === "object") resolve(address.port);
        else reject(new Error("The system gave no port number."));
      });
    });
  });
}

/** Throws `SetupError` naming the port and the variable that chooses another, if something listens on it. */
export async function refuseTakenPort(port: number, variable: string, who: string): Promise<void> {
  if (await isPortFree(port)) return;
  throw new SetupError(
    `Port ${port}, which ${who} needs, is taken: stop what uses it, or choose another with ${variable}=<port>.`,
  );
}
