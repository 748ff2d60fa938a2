"use client";

import { Hourglass } from "lucide-react";
import { useEffect, useState } from "react";
import { waitInWords } from "./wait-in-words";

/** Seconds left of a wait that began when this was first shown. */
function useCountdown(seconds: number): number {
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const endMs = Date.now() + seconds * 1000;
    const timer = window.setInterval(() => {
      setLeft(Math.max(0, Math.ceil((endMs - Date.now()) / 1000)));
    }, 500);
    return () => {
      window.clearInterval(timer);
    };
  }, [seconds]);
  return left;
}

/** Too many tries: how long to wait, counting down for the eye, and said once, then at the end, to whoever listens. */
export function WaitNote({ seconds }: { seconds: number }) {
  const left = useCountdown(seconds);
  const now = "You can try again now.";
  return (
    <div className="bg-attention-wash text-ink flex gap-2 rounded-md p-3">
      <Hourglass aria-hidden className="text-attention mt-0.5 size-4 shrink-0" />
      <p role="alert" className="sr-only">
        {left > 0 ? `Too many tries. You can try again in ${waitInWords(seconds)}.` : now}
      </p>
      <p aria-hidden>{left > 0 ? `Too many tries. You can try again in ${waitInWords(left)}.` : now}</p>
    </div>
  );
}
