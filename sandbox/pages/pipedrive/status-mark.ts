import { html } from "hono/html";

import type { DealStatus } from "../../pipedrive/records";
import type { Page } from "../frame/frame";

/** How a deal stands: by a word, not by colour alone. An open one that is not late needs no mark. */
export function statusMark(status: DealStatus, isLate: boolean): Page {
  if (status === "won") return html`<span class="badge good">✓ won</span>`;
  if (status === "lost") return html`<span class="badge bad">✕ lost</span>`;
  return isLate ? html`<span class="badge warn">! late</span>` : html`<span class="badge">open</span>`;
}
