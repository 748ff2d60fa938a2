import pino from "pino";
import type { Logger as PinoLogger } from "pino";
import { env } from "./env";

/** The product's logger: object first, message second, ids as bindings. */
export type Logger = PinoLogger;

/** Paths that never reach a log line, wherever they stand up to three levels deep. */
const secretKeys = [
  "authorization",
  "cookie",
  "password",
  "passwordHash",
  "accessToken",
  "refreshToken",
  "access_token",
  "refresh_token",
  "token",
  "verifier",
  "clientSecret",
  "client_secret",
  "sealedAccessToken",
  "sealedRefreshToken",
  "sealedVerifier",
  "x-api-token",
];

const redactPaths = secretKeys.flatMap((key) => {
  const leaf = /^[A-Za-z_]+$/.test(key) ? `.${key}` : `["${key}"]`;
  return [leaf.replace(/^\./, ""), `*${leaf}`, `*.*${leaf}`];
});

/** A logger that writes JSON lines to `destination` (standard output when absent) with secrets removed. */
export function createLogger(level: string, destination?: pino.DestinationStream): Logger {
  const options = { level, base: null, redact: { paths: redactPaths, censor: "[redacted]" } };
  return destination ? pino(options, destination) : pino(options);
}

/** The process's logger. */
export const log: Logger = createLogger(env().LOG_LEVEL);
