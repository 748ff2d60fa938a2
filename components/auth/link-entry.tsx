"use client";

import { useState } from "react";
import { Button } from "../ui/button";
import { DeadLink } from "./dead-link";
import { enterWithLink, entranceTo, type Entry } from "./enter";
import { EntryError } from "./entry-error";

const refusal = "This link was used already, or is too old. Ask for a new one.";

/** Signs in with a mailed link. Opening the page uses nothing up, so that a mail scanner cannot take the person's turn. */
export function LinkEntry({ token }: { token: string }) {
  const [entry, setEntry] = useState<Entry | null>(null);
  const [isPending, setIsPending] = useState(false);
  const enter = async () => {
    setIsPending(true);
    const answer = await enterWithLink(token);
    setEntry(answer);
    if (answer.kind === "entered") window.location.assign(entranceTo("/workspaces"));
    else setIsPending(false);
  };
  if (entry?.kind === "refused") {
    return <DeadLink sentence={refusal} action={{ label: "Back to sign-in", href: "/sign-in" }} />;
  }
  return (
    <div className="flex flex-col gap-4">
      <EntryError entry={entry} refusal={refusal} />
      <Button variant="primary" isPending={isPending} onClick={() => void enter()}>
        Sign in
      </Button>
    </div>
  );
}
