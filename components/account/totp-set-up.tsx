"use client";

import type { z } from "zod";
import type { totpSetUpOutput } from "@/server/contracts/security";
import { Button } from "../ui/button";
import { CopyButton } from "../ui/copy-button";
import { CodeForm } from "./code-form";

type TotpSetUpProps = {
  setUp: z.output<typeof totpSetUpOutput>;
  onCode: (code: string) => Promise<void>;
  onCancel: () => void;
};

/** Brings the secret into an app, by picture, by hand or by link, and proves that it got there. */
export function TotpSetUp({ setUp, onCode, onCancel }: TotpSetUpProps) {
  const picture = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(setUp.qrSvg)}`;
  return (
    <div className="flex flex-col gap-4">
      <p>
        Scan this with your authenticator app, or{" "}
        <a href={setUp.uri} className="text-accent-ink font-medium underline underline-offset-4">
          open it in an app on this device
        </a>
        .
      </p>
      {/* A code is read by cameras, dark on light in either theme. */}
      <img src={picture} alt="Code to scan" className="size-44 rounded-md border" />
      <p className="flex flex-wrap items-center gap-x-2">
        Or type this secret:
        <code className="bg-sunken rounded-md px-2 py-1 font-mono break-all">{setUp.secret}</code>
        <CopyButton text={setUp.secret} label="Copy secret" />
      </p>
      <CodeForm
        name="Confirm the app"
        label="Six-digit code"
        hint="As the app shows it now."
        verb="Turn on"
        onSend={onCode}
      />
      <Button variant="quiet" size="sm" className="self-start" onClick={onCancel}>
        Cancel set-up
      </Button>
    </div>
  );
}
