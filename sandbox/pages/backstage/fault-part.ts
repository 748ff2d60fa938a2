import { html } from "hono/html";
import { z } from "zod";

import type { Fault, FaultInput, FaultState } from "../../lib/faults";
import type { Page } from "../frame/frame";
import { actButton, postForm, textField } from "../parts/form";
import type { FormProblem } from "../parts/form";
import { table } from "../parts/table";

/** A fault that one click makes. */
export interface FaultPreset {
  readonly key: string;
  readonly label: string;
  readonly fault: FaultInput;
}

export const FAULT_FORM = "fault";

/** Reads the form for a fault of one's own. */
export const faultFormSchema = z.object({
  method: z.string().transform((text) => (text === "" ? "*" : text.toUpperCase())),
  path: z
    .string()
    .startsWith("/", "Write a path such as /api/v2/deals/*, which * may stand in for any part of."),
  status: z.coerce
    .number("Write a status such as 503.")
    .int()
    .min(200, "200 to 599.")
    .max(599, "200 to 599."),
  times: z.coerce.number("Write how many calls go wrong.").int().min(1, "At least 1."),
});

function effectOf(fault: Fault): string {
  const parts = [
    fault.storm === undefined ? undefined : `HTTP ${fault.storm.status} for ${fault.storm.forMs / 1000} s`,
    fault.status === undefined ? undefined : `HTTP ${fault.status}`,
    fault.drop ? "the connection is cut" : undefined,
    fault.truncateBytes === undefined ? undefined : `cut after ${fault.truncateBytes} bytes`,
    fault.slowMs === undefined ? undefined : `trickles over ${fault.slowMs} ms`,
    fault.delayMs === 0 ? undefined : `${fault.delayMs} ms late`,
    fault.contentType === undefined ? undefined : `says it is ${fault.contentType}`,
    fault.clockShiftMs === undefined ? undefined : `the clock moves by ${fault.clockShiftMs} ms`,
  ].filter((part) => part !== undefined);
  return `${parts.join(", ")}${fault.when === "after" ? ", after it was carried out" : ""}`;
}

function faultRow({ fault, matched, fired }: FaultState): Page {
  const isSpent = fault.storm === undefined && fired >= fault.times;
  const nth = fault.nth === 1 ? "" : html` <small>from call ${fault.nth} on</small>`;
  return html`<tr>
    <td class="full"><code>${fault.method} ${fault.path}</code>${nth}</td>
    <td class="full">${effectOf(fault)}</td>
    <td>${matched} <small>matched</small></td>
    <td>
      ${
        isSpent
          ? html`<span class="badge">done</span>`
          : html`<span class="badge warn"
              >${fired} of ${fault.storm === undefined ? fault.times : "a storm"}</span
            >`
      }
    </td>
  </tr>`;
}

function listed(faults: readonly FaultState[], clearAction: string): Page {
  if (faults.length === 0) return html`<p class="hint">None: every call is answered as it should be.</p>`;
  const columns = [{ label: "Calls" }, { label: "What happens" }, { label: "Seen" }, { label: "Spoilt" }];
  return html`${table("Faults", columns, faults.map(faultRow))} ${actButton(clearAction, "Clear all faults")}`;
}

/** Faults: those that wait or are done, common ones by a click, and one of one's own. */
export function faultPart(
  faults: readonly FaultState[],
  presets: readonly FaultPreset[],
  hrefOf: (path: string) => string,
  problem: FormProblem | undefined,
): Page {
  const form = { name: FAULT_FORM, problem };
  return html`<section class="panel stack" aria-labelledby="faults-title">
    <h2 id="faults-title">Faults</h2>
    ${listed(faults, hrefOf("/backstage/faults/clear"))}
    <div class="row">
      ${presets.map(({ key, label }) => actButton(hrefOf(`/backstage/faults/${key}`), label))}
    </div>
    <details ${problem?.form === FAULT_FORM ? html`open` : ""}>
      <summary>One of your own</summary>
      ${postForm(
        { ...form, action: hrefOf("/backstage/faults"), button: "Add fault" },
        html`${textField(form, { name: "method", label: "Method", placeholder: "*" })}
        ${textField(form, { name: "path", label: "Path", placeholder: "/…/*", isRequired: true })}
        ${textField(form, { name: "status", label: "Status", inputmode: "numeric", value: "503" })}
        ${textField(form, { name: "times", label: "How many calls", inputmode: "numeric", value: "1" })}`,
      )}
    </details>
  </section>`;
}
