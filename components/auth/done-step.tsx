import { CircleCheck } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { focusOnArrival } from "../lib/focus-on-arrival";
import { Button } from "../ui/button";

type DoneStepProps = { title: string; children: ReactNode; action: { label: string; href: string } };

/** It worked: what that means, and the way on. */
export function DoneStep({ title, children, action }: DoneStepProps) {
  return (
    <div className="flex flex-col gap-6">
      <div className="bg-in-step-wash flex gap-3 rounded-md p-4">
        <CircleCheck aria-hidden className="text-in-step mt-0.5 size-4 shrink-0" />
        <div className="min-w-0">
          <h2 ref={focusOnArrival} tabIndex={-1} className="font-medium outline-none">
            {title}
          </h2>
          <p className="text-ink-soft">{children}</p>
        </div>
      </div>
      <Button asChild variant="primary" className="self-start">
        <Link href={action.href}>{action.label}</Link>
      </Button>
    </div>
  );
}
