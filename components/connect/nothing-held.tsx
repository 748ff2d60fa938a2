import Link from "next/link";
import type { WorkspaceSummary } from "@/server/contracts/account";
import { connectHref } from "../truth/connection-look";
import { Button } from "../ui/button";

/** No installation waits (any more): it is begun from here, for a workspace that the person chooses. */
export function NothingHeld({ workspaces }: { workspaces: readonly WorkspaceSummary[] }) {
  if (workspaces.length === 0) {
    return (
      <div className="flex flex-col items-start gap-6">
        <p className="text-ink-soft max-w-prose">
          Make a workspace first; its set-up connects FreshBooks and Pipedrive, one after the other.
        </p>
        <Button asChild variant="primary">
          <Link href="/workspaces">Make a workspace</Link>
        </Button>
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-4">
      <p className="text-ink-soft max-w-prose">
        No installation waits in this browser: it was used, is older than five minutes, or was begun
        elsewhere. Begin it here, for the workspace that it is for.
      </p>
      <ul className="divide-y border-y">
        {workspaces.map(({ slug, name, sandbox }) => (
          <li key={slug} className="flex flex-wrap items-center justify-between gap-3 py-3">
            <span className="min-w-0 font-medium break-words" dir="auto">
              {name}
            </span>
            <Button asChild size="sm">
              <a href={connectHref("pipedrive", slug, sandbox === null ? "live" : "sandbox")}>
                Connect Pipedrive
              </a>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
