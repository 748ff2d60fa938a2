"use client";

import { PreflightList, usePreflight } from "../truth/preflight";
import { Panel } from "../ui/panel";

/** Whether anything stands in the way on either side, asked anew when the page is opened. */
export function PreflightPanel({ slug }: { slug: string }) {
  const preflight = usePreflight(slug);
  return (
    <Panel title="Pre-flight">
      <PreflightList preflight={preflight} />
    </Panel>
  );
}
