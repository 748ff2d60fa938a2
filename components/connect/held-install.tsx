"use client";

import { useMutation } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import type { z } from "zod";
import type { heldInstallOutput } from "@/server/contracts/connections";
import { problemOf } from "../lib/problem-of";
import { useTRPC } from "../lib/trpc-provider";
import { Button } from "../ui/button";
import { FormError } from "../ui/form-error";
import { Note } from "../ui/note";
import { RelativeTime } from "../ui/relative-time";

type Held = NonNullable<z.output<typeof heldInstallOutput>>;

function WorkspaceChoice({
  held,
  chosen,
  onChoose,
}: {
  held: Held;
  chosen: string;
  onChoose: (slug: string) => void;
}) {
  return (
    <fieldset className="bg-surface divide-y rounded-md border">
      <legend className="sr-only">Workspace</legend>
      {held.workspaces.map(({ slug, name, connectedCompany }) => (
        <label
          key={slug}
          className="hover:bg-hover grid min-h-14 cursor-pointer grid-cols-[auto_minmax(0,1fr)] items-center gap-x-4 px-4 py-3"
        >
          <input
            type="radio"
            name="workspace"
            value={slug}
            checked={chosen === slug}
            className="accent-accent row-span-2 size-4"
            onChange={() => {
              onChoose(slug);
            }}
          />
          <span className="font-medium break-words" dir="auto">
            {name}
          </span>
          <span className="text-small text-ink-faint">
            {connectedCompany === null
              ? "Pipedrive is not connected yet"
              : `Connected to ${connectedCompany}`}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** An installation that waits: for which workspace is it? Nothing is joined before the person says so. */
export function HeldInstall({ held }: { held: Held }) {
  const trpc = useTRPC();
  const [chosen, setChosen] = useState(held.workspaces[0]?.slug ?? "");
  const accept = useMutation(
    trpc.installs.accept.mutationOptions({
      onSuccess: ({ path }) => {
        window.location.assign(path);
      },
    }),
  );
  if (held.workspaces.length === 0) {
    return (
      <div className="flex flex-col items-start gap-6">
        <Note>
          Your installation waits, but you have no workspace that you may connect. Make one, then come back to
          this page within five minutes, or begin the installation again.
        </Note>
        <Button asChild variant="primary">
          <Link href="/workspaces">Make a workspace</Link>
        </Button>
      </div>
    );
  }
  return (
    <form
      aria-label="Connect Pipedrive"
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        accept.mutate({ workspace: chosen });
      }}
    >
      <p className="text-ink-soft max-w-prose">
        Somebody has just installed ml-connector in Pipedrive from this browser. If that was you, say which
        workspace it is for. If it was not, leave this page: nothing is connected, and what waits is forgotten{" "}
        <RelativeTime at={held.expiresAt} />.
      </p>
      <WorkspaceChoice held={held} chosen={chosen} onChoose={setChosen} />
      <FormError>{accept.isError ? problemOf(accept.error).sentence : null}</FormError>
      <Button
        type="submit"
        variant="primary"
        className="self-start"
        isPending={accept.isPending || accept.isSuccess}
      >
        It was me: connect Pipedrive
      </Button>
    </form>
  );
}
