import type { CallbackDto } from "@/server/contracts/overview";
import { CallbackList } from "../truth/callback-list";
import { Panel } from "../ui/panel";

/** The callbacks while FreshBooks verifies them. The set-up need not wait for it. */
export function CallbackProgress({ callbacks }: { callbacks: readonly CallbackDto[] }) {
  const verified = callbacks.filter(({ status }) => status === "verified").length;
  const isWhole = verified === callbacks.length;
  return (
    <Panel
      title="FreshBooks callbacks"
      aside={
        <span role="status" className="text-small text-ink-faint">
          {isWhole
            ? "All verified"
            : `${String(verified)} of ${String(callbacks.length)} verified; you can go on meanwhile`}
        </span>
      }
    >
      <CallbackList callbacks={callbacks} />
    </Panel>
  );
}
