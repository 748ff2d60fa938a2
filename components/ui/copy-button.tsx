"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { toast } from "sonner";
import { Button } from "./button";

const shownMs = 1500;

/** Copies an id. The icon turns into a tick for a moment; a browser that forbids it is said so. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const [isCopied, setIsCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return undefined;
    const timer = window.setTimeout(() => {
      setIsCopied(false);
    }, shownMs);
    return () => {
      window.clearTimeout(timer);
    };
  }, [isCopied]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setIsCopied(true);
    } catch {
      toast.error("The browser did not allow copying. Select the text and copy it by hand.");
    }
  };
  const Icon = isCopied ? Check : Copy;
  return (
    <Button variant="quiet" size="icon" aria-label={isCopied ? "Copied" : label} onClick={() => void copy()}>
      <Icon aria-hidden className="size-4" />
    </Button>
  );
}
