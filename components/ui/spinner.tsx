import { LoaderCircle } from "lucide-react";

/** A sign of progress that waits 300 ms before it shows, so that quick answers do not flicker. */
export function Spinner() {
  return <LoaderCircle aria-hidden className="animate-spin-late size-4" />;
}
