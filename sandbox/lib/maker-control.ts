import type { SandboxClock } from "./clock";
import { clockMoveSchema, moveClock, readClock } from "./clock-move";
import type { ClockMove, ClockReading } from "./clock-move";
import { faultSchema } from "./faults";
import type { Fault, FaultBook, FaultInput, FaultState } from "./faults";
import { parseControlInput } from "./http-error";

/** What every stand-in's world has, whatever it stands in for. */
export interface Stage {
  readonly clock: SandboxClock;
  readonly faults: FaultBook;
}

/** What both stand-ins let a test do, in the same way. */
export interface StageControl {
  addFault(fault: FaultInput): Fault;
  listFaults(): FaultState[];
  clearFaults(): void;
  readClock(): ClockReading;
  /** `setTo` an instant, `advanceMs` from now, `frozen` or not; what became due has been fired on return. */
  moveClock(move: ClockMove): ClockReading;
  advanceClock(ms: number): void;
}

/** The verbs over whatever world is the current one. */
export function stageVerbs(worldOf: () => Stage): StageControl {
  return {
    addFault: (fault) => worldOf().faults.add(parseControlInput(faultSchema, fault)),
    listFaults: () => worldOf().faults.list(),
    clearFaults: () => {
      worldOf().faults.clear();
    },
    readClock: () => readClock(worldOf().clock),
    moveClock: (move) => moveClock(worldOf().clock, parseControlInput(clockMoveSchema, move)),
    advanceClock: (ms) => {
      worldOf().clock.advance(ms);
    },
  };
}
