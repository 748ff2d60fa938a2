import Link from "next/link";
import { TruthLine } from "../truth/truth-line";
import { Button } from "../ui/button";
import { StepFrame } from "./step-frame";

/** The mapping is live; from here on changes cross by themselves. */
export function DoneStep({ slug }: { slug: string }) {
  return (
    <StepFrame
      title="The line is up"
      lead="From now on, each client and invoice that changes in FreshBooks crosses to Pipedrive by itself. The overview shows it happen."
    >
      <TruthLine state="in_step" className="w-40" />
      <Button asChild variant="primary" className="self-start">
        <Link href={`/${slug}`}>Go to the overview</Link>
      </Button>
    </StepFrame>
  );
}
