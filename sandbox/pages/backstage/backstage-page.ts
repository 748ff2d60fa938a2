import { html } from "hono/html";

import type { ClockReading } from "../../lib/clock-move";
import type { FaultState } from "../../lib/faults";
import type { Page, Vendor } from "../frame/frame";
import { actButton } from "../parts/form";
import type { FormProblem } from "../parts/form";
import { clockPart } from "./clock-part";
import { faultPart } from "./fault-part";
import type { FaultPreset } from "./fault-part";
import { SWITCH_FORM, changedSwitches, switchForm } from "./switch-fields";
import type { SwitchBoard } from "./switch-fields";

export interface BackstageView {
  readonly vendor: Vendor;
  readonly clock: ClockReading;
  readonly faults: readonly FaultState[];
  readonly presets: readonly FaultPreset[];
  readonly board: SwitchBoard;
  /** What only one of the stand-ins has. */
  readonly extra: Page;
  readonly hrefOf: (path: string) => string;
  readonly problem?: FormProblem | undefined;
}

function resetPart({ vendor, hrefOf }: BackstageView): Page {
  return html`<section class="panel stack" aria-labelledby="reset-title">
    <h2 id="reset-title">Start afresh</h2>
    <p class="hint">
      Everything goes: records, apps' tokens, callbacks, faults, switches and the clock's moves. Connected
      apps have to be connected again.
    </p>
    <div>${actButton(hrefOf("/backstage/reset"), `Reset the ${vendor} sandbox`, { isDangerous: true })}</div>
  </section>`;
}

function switchPart({ board, hrefOf, problem }: BackstageView): Page {
  const changed = changedSwitches(board);
  return html`<details class="panel" ${problem?.form === SWITCH_FORM ? html`open` : ""}>
    <summary>
      <strong>Switches</strong>
      <span class="soft"
        >${Object.keys(board.values).length} behaviours that nobody has confirmed, or that a test wants
        otherwise${changed === 0 ? "" : html` · <span class="badge info">${changed} changed</span>`}</span
      >
    </summary>
    ${switchForm(hrefOf("/backstage/switches"), board, problem)}
  </details>`;
}

/** What lies behind the stand-in: clock, faults, switches, sample data, reset. */
export function backstagePage(view: BackstageView): Page {
  return html`<div class="head">
      <h1>Backstage</h1>
      <p class="hint">What ${view.vendor}'s users never see: time, accidents, and behaviours still open.</p>
    </div>
    <div class="columns">
      <div class="stack">${clockPart(view.clock, view.hrefOf)} ${view.extra} ${resetPart(view)}</div>
      ${faultPart(view.faults, view.presets, view.hrefOf, view.problem)}
    </div>
    ${switchPart(view)}`;
}
