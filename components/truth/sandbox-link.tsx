import { ExternalLink } from "lucide-react";
import type { VendorConnectionDto } from "@/server/contracts/overview";

const words = {
  freshbooks: "Act as the FreshBooks owner",
  pipedrive: "Look at the Pipedrive board",
} as const satisfies Record<VendorConnectionDto["vendor"], string>;

/** The way to a stand-in's own page, where one does what its user would do. */
export function SandboxLink({ vendor, url }: { vendor: VendorConnectionDto["vendor"]; url: string }) {
  return (
    <a
      href={url}
      target="_blank"
      rel="noreferrer"
      className="text-accent-ink inline-flex min-h-8 items-center gap-1 rounded-md font-medium underline underline-offset-4 pointer-coarse:min-h-10"
    >
      {words[vendor]}
      <ExternalLink aria-hidden className="size-3.5" />
      <span className="sr-only">, new tab</span>
    </a>
  );
}
