import type { WorkspaceSummary } from "@/server/contracts/account";
import { SandboxLink } from "../truth/sandbox-link";
import { SandboxMark } from "../truth/sandbox-mark";

/** Stands above every page of a workspace that is joined to stand-ins, with the way to them. */
export function SandboxStrip({ sandbox }: { sandbox: NonNullable<WorkspaceSummary["sandbox"]> }) {
  const { freshbooksUrl, pipedriveUrl } = sandbox;
  return (
    <section
      aria-label="Sandbox"
      className="bg-sunken text-small text-ink-soft flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-dashed px-4 py-1 md:px-8"
    >
      <span className="flex min-h-8 items-center gap-2">
        <SandboxMark />
        <span>Made-up accounts; nothing here is real.</span>
      </span>
      {freshbooksUrl === null ? null : <SandboxLink vendor="freshbooks" url={freshbooksUrl} isTerse />}
      {pipedriveUrl === null ? null : <SandboxLink vendor="pipedrive" url={pipedriveUrl} isTerse />}
    </section>
  );
}
