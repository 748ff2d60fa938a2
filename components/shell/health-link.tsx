"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { cn } from "../lib/cn";
import { useTRPC } from "../lib/trpc-provider";
import { meanings } from "../truth/meaning";
import { verdictLooks } from "../truth/verdict-look";

const pollMs = 15_000;

/** The workspace's health in a dot and a word, on every page; leads to what is to be done. */
export function HealthLink({ slug }: { slug: string }) {
  const trpc = useTRPC();
  const { data, isError } = useQuery({
    ...trpc.overview.get.queryOptions({ workspace: slug }),
    refetchInterval: pollMs,
  });
  if (!data) {
    return (
      <span className="text-small text-ink-faint flex h-8 items-center px-2">
        {isError ? "Health unknown" : ""}
      </span>
    );
  }
  const { meaning, word } = verdictLooks[data.verdict];
  const look = meanings[meaning];
  const Icon = look.icon;
  return (
    <Link
      href={data.verdict === "setup" ? `/${slug}/onboarding` : `/${slug}`}
      className="text-small text-ink-soft hover:bg-hover flex h-8 items-center gap-2.5 rounded-md px-2 font-medium"
    >
      <Icon aria-hidden className={cn("size-4", look.ink)} />
      {data.verdict === "setup" ? "Finish setting up" : word}
    </Link>
  );
}
