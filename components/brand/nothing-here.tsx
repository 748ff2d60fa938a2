import type { ReactNode } from "react";
import { TruthLine } from "../truth/truth-line";

/** A whole page's worth of nothing: the cut line, a heading, and the way on. */
export function NothingHere({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="flex max-w-md flex-col items-center p-6 text-center">
      <TruthLine state="failing" label="A cut line" className="w-32" />
      <h1 className="text-title mt-6 font-semibold tracking-tight text-balance">{title}</h1>
      <div className="text-ink-soft mt-2 text-balance">{children}</div>
    </div>
  );
}
