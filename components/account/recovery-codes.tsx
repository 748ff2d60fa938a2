"use client";

import { Download } from "lucide-react";
import { focusOnArrival } from "../lib/focus-on-arrival";
import { Button } from "../ui/button";
import { CopyButton } from "../ui/copy-button";

type RecoveryCodesProps = { codes: readonly string[]; onKept: () => void };

/** The codes for the day when the app is lost. They are shown this once. */
export function RecoveryCodes({ codes, onKept }: RecoveryCodesProps) {
  const text = `ml-connector recovery codes, each works once\n\n${codes.join("\n")}\n`;
  return (
    <section aria-label="Recovery codes" className="bg-attention-wash flex flex-col gap-3 rounded-md p-4">
      <h3 ref={focusOnArrival} tabIndex={-1} className="font-medium outline-none">
        Keep these recovery codes
      </h3>
      <p className="text-ink-soft">
        Each lets you in once when you do not have your app. They are shown only now; codes from before no
        longer work.
      </p>
      <ul className="bg-surface grid gap-x-6 gap-y-1 rounded-md border p-3 font-mono sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-2">
        <Button variant="primary" onClick={onKept}>
          I have kept them
        </Button>
        <Button asChild>
          <a
            download="ml-connector-recovery-codes.txt"
            href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
          >
            <Download aria-hidden className="size-4" />
            Download
          </a>
        </Button>
        <CopyButton text={codes.join("\n")} label="Copy codes" />
      </div>
    </section>
  );
}
