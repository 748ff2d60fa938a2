import { ExternalLink } from "lucide-react";
import type { VendorConnectionDto } from "@/server/contracts/overview";

const words = {
  freshbooks: { verb: "Act as the", noun: "FreshBooks owner" },
  pipedrive: { verb: "Look at the", noun: "Pipedrive board" },
} as const satisfies Record<VendorConnectionDto["vendor"], { verb: string; noun: string }>;

type SandboxLinkProps = {
  vendor: VendorConnectionDto["vendor"];
  url: string;
  /** Leaves the verb to screen readers where a phone has no room for it. */
  isTerse?: boolean;
};

/** The way to a stand-in's own page, where one does what its user would do. */
export function SandboxLink({ vendor, url, isTerse = false }: SandboxLinkProps) {
  const { verb, noun } = words[vendor];
  return (
    <a
      href={url}
      target="_blank"
      rel="noreferrer"
      className="text-accent-ink inline-flex min-h-8 items-center gap-1 rounded-md font-medium underline underline-offset-4 pointer-coarse:min-h-10"
    >
      <span>
        <span className={isTerse ? "max-sm:sr-only" : undefined}>{verb} </span>
        {noun}
      </span>
      <ExternalLink aria-hidden className="size-3.5" />
      <span className="sr-only">, new tab</span>
    </a>
  );
}
