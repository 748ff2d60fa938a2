import { Unlink } from "lucide-react";
import Link from "next/link";
import { Button } from "../ui/button";

type DeadLinkProps = { sentence: string; action: { label: string; href: string } };

/** A mailed link that opens nothing any more: what happened, and the one way on. */
export function DeadLink({ sentence, action }: DeadLinkProps) {
  return (
    <div className="flex flex-col gap-6">
      <p role="alert" className="bg-attention-wash flex gap-2 rounded-md p-3">
        <Unlink aria-hidden className="text-attention mt-0.5 size-4 shrink-0" />
        {sentence}
      </p>
      <Button asChild variant="primary" className="self-start">
        <Link href={action.href}>{action.label}</Link>
      </Button>
    </div>
  );
}
