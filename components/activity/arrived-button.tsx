import { ArrowUp } from "lucide-react";
import { Button } from "../ui/button";

/** New attempts that wait above the reader; shown on demand, so that the list never jumps. */
export function ArrivedButton({ count, onShow }: { count: number; onShow: () => void }) {
  return (
    <div role="status" className="pointer-events-none sticky top-16 z-20 flex h-0 justify-center md:top-4">
      {count === 0 ? null : (
        <Button
          variant="primary"
          size="sm"
          className="shadow-float pointer-events-auto"
          onClick={() => {
            window.scrollTo({ top: 0 });
            onShow();
          }}
        >
          <ArrowUp aria-hidden className="size-4" />
          {count} new
        </Button>
      )}
    </div>
  );
}
