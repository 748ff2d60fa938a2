import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

/** Something to know before going on, in amber with its sign. */
export function Note({ children }: { children: ReactNode }) {
  return (
    <div role="alert" className="bg-attention-wash flex items-start gap-3 rounded-md p-4">
      <TriangleAlert aria-hidden className="text-attention mt-0.5 size-4 shrink-0" />
      <div className="min-w-0">{children}</div>
    </div>
  );
}
