import { childEnvironment } from "../lib/environment";
import { onFirstSignal } from "../lib/on-first-signal";
import { runCommand } from "../lib/run-command";
import { complain, say } from "../lib/say";
import { addressOf, MissingVariablesError, valueOf } from "./environment";
import type { Variables } from "./environment";
import { freshbooksKit } from "./freshbooks/kit";
import type { Outcome } from "./outcome";
import { pipedriveKit } from "./pipedrive/kit";
import { Listener } from "./probe/listener";
import { wordsFor } from "./probe/person";
import type { Person } from "./probe/person";
import { ProbeError, StopError } from "./probe/probe-error";
import { realTime } from "./probe/real-time";
import type { Patience } from "./probe/run-context";
import { readArguments, UsageError } from "./read-arguments";
import type { Arguments } from "./read-arguments";
import { reportCounts, reportOutcome } from "./report";
import { verifyVendor } from "./verify-vendor";
import type { VerifyInput, VerifyResult } from "./verify-vendor";

const WRONG_USE = 2;
const LISTEN_PORT = "8787";

const PATIENCE: Patience = {
  paceMs: 250,
  callMs: 30_000,
  eventMs: 5 * 60_000,
  afterMs: 30_000,
  personMs: 5 * 60_000,
};

/** Whoever sits at the terminal; the words go past the report, so that it can be kept. */
const personAtTerminal: Person = {
  ask: (errand) => {
    complain(wordsFor(errand));
    return Promise.resolve();
  },
};

async function listenFor(variables: Variables): Promise<Listener | undefined> {
  const publicUrl = addressOf(variables, "VERIFY_PUBLIC_URL");
  if (publicUrl === undefined) return undefined;
  if (new URL(publicUrl).pathname !== "/") {
    throw new MissingVariablesError(["VERIFY_PUBLIC_URL must be an address without a path."]);
  }
  const port = Number(valueOf(variables, "VERIFY_LISTEN_PORT") ?? LISTEN_PORT);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return Listener.start(port, publicUrl);
  throw new MissingVariablesError(["VERIFY_LISTEN_PORT must be a port number."]);
}

function printed(asked: Arguments): (outcome: Outcome) => void {
  return (outcome) => {
    if (!asked.asJson) say(reportOutcome(outcome));
  };
}

function conclude(asked: Arguments, result: VerifyResult): number {
  const { outcomes, left, stopped } = result;
  if (asked.asJson) say(JSON.stringify({ vendor: asked.vendor, outcomes, left }, null, 2));
  else say(reportCounts(asked.vendor, outcomes));
  for (const what of left) complain(`Left behind, to be taken away by hand: ${what}`);
  const isSound = stopped === undefined && outcomes.every((outcome) => outcome.result !== "failed");
  return isSound && left.length === 0 ? 0 : 1;
}

async function verify(asked: Arguments, variables: Variables): Promise<number> {
  const interrupt = new AbortController();
  let signalCode: number | undefined;
  onFirstSignal((code) => {
    signalCode = code;
    complain("Clearing up …");
    interrupt.abort(new StopError("Interrupted."));
  });
  const listener = await listenFor(variables);
  const input: VerifyInput = {
    variables,
    only: asked.only,
    mayWrite: asked.mayWrite,
    mayTakeTheNight: asked.mayTakeTheNight,
    listener,
    person: asked.hasPerson ? personAtTerminal : undefined,
    time: realTime,
    patience: PATIENCE,
    interrupted: interrupt.signal,
    onOutcome: printed(asked),
  };
  try {
    const run =
      asked.vendor === "freshbooks" ? verifyVendor(freshbooksKit, input) : verifyVendor(pipedriveKit, input);
    const code = conclude(asked, await run);
    return signalCode ?? code;
  } finally {
    await listener?.stop();
  }
}

/** `npm run verify:vendor -- freshbooks|pipedrive`: which of the open points of the fact sheets is true. */
await runCommand(async () => {
  try {
    return await verify(readArguments(process.argv.slice(2)), childEnvironment({}));
  } catch (error) {
    const isTheirs = error instanceof UsageError || error instanceof MissingVariablesError;
    if (!isTheirs && !(error instanceof ProbeError) && !(error instanceof StopError)) throw error;
    complain(error.message);
    return isTheirs ? WRONG_USE : 1;
  }
});
