"use client";

import { PreflightList, usePreflight } from "../truth/preflight";
import { Button } from "../ui/button";
import { StepFrame } from "./step-frame";

/** Whether anything stands in the way on either side, before the first deal is made. */
export function PreflightStep({ slug, onCleared }: { slug: string; onCleared: () => void }) {
  const preflight = usePreflight(slug);
  const isReady = preflight.data?.isReady === true;
  return (
    <StepFrame
      title="Pre-flight"
      lead="Both systems were just asked for everything that the sync needs. What is in the way says how to mend it."
    >
      <PreflightList preflight={preflight} />
      <div className="flex flex-col gap-2">
        <Button variant="primary" className="self-start" disabled={!isReady} onClick={onCleared}>
          Go on to the pipeline
        </Button>
        {preflight.data === undefined || isReady ? null : (
          <p className="text-small text-ink-soft">Mend what is in the way, then check again.</p>
        )}
      </div>
    </StepFrame>
  );
}
