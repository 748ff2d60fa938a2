import { FlaskConical } from "lucide-react";

/** Says wherever it stands that a stand-in is meant, and nothing real. */
export function SandboxMark() {
  return (
    <span className="border-control-line bg-surface text-ink text-micro inline-flex h-6 shrink-0 items-center gap-1 rounded-md border border-dashed px-2 font-medium whitespace-nowrap">
      <FlaskConical aria-hidden className="size-3.5 shrink-0" />
      Sandbox
    </span>
  );
}
