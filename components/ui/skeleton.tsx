import { cn } from "../lib/cn";

/** Holds the place of what is coming, at its final size. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={cn("bg-hover block animate-pulse rounded-md", className)} />;
}

/** Rows of a list that is on its way. */
export function SkeletonRows({ rows, label }: { rows: number; label: string }) {
  return (
    <div role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="flex h-12 items-center gap-6 border-b px-3">
          <Skeleton className="h-4 w-1/4" />
          <Skeleton className="h-4 w-20" />
          <Skeleton className="ml-auto h-4 w-24" />
        </div>
      ))}
    </div>
  );
}
