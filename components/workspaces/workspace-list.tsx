import { ChevronRight } from "lucide-react";
import Link from "next/link";
import type { WorkspaceSummary } from "@/server/contracts/account";
import { SandboxMark } from "../truth/sandbox-mark";

/** Each workspace as a row that leads into it. */
export function WorkspaceList({ workspaces }: { workspaces: readonly WorkspaceSummary[] }) {
  return (
    <ul className="bg-surface mb-10 divide-y rounded-md border">
      {workspaces.map(({ slug, name, role, sandbox }) => (
        <li key={slug}>
          <Link
            href={`/${slug}`}
            className="hover:bg-hover flex min-h-12 items-center gap-3 rounded-md px-4 py-2"
          >
            <span className="min-w-0 flex-1">
              <span className="block truncate font-medium" dir="auto">
                {name}
              </span>
              <span className="text-small text-ink-faint block">
                You are {role === "viewer" ? "a" : "an"} {role}
              </span>
            </span>
            {sandbox === null ? null : <SandboxMark />}
            <ChevronRight aria-hidden className="text-ink-faint size-4" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
