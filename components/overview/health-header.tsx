import Link from "next/link";
import type { Overview } from "@/server/contracts/overview";
import { cn } from "../lib/cn";
import { meanings } from "../truth/meaning";
import { verdictLooks } from "../truth/verdict-look";
import { Button } from "../ui/button";
import { CheckNowButton } from "./check-now-button";

type HealthHeaderProps = { slug: string; overview: Overview };

/** One sentence of health, and the one thing to do about it. */
export function HealthHeader({ slug, overview }: HealthHeaderProps) {
  const look = meanings[verdictLooks[overview.verdict].meaning];
  const Icon = look.icon;
  return (
    <header className="flex flex-wrap items-start justify-between gap-4">
      <div className="max-w-2xl min-w-0">
        <h1 className="text-small text-ink-faint font-medium">Overview</h1>
        <p role="status" className="text-title mt-1 flex gap-3 font-semibold tracking-tight text-balance">
          <Icon aria-hidden className={cn("mt-1 size-5 shrink-0", look.ink)} />
          {overview.sentence}
        </p>
      </div>
      {overview.verdict === "setup" ? (
        <Button asChild variant="primary">
          <Link href={`/${slug}/onboarding`}>Go on setting up</Link>
        </Button>
      ) : (
        <CheckNowButton slug={slug} />
      )}
    </header>
  );
}
