"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { parseAsString, useQueryState } from "nuqs";
import type { z } from "zod";
import type { listMailsOutput } from "@/server/contracts/mailbox";
import { useTRPC } from "../lib/trpc-provider";
import { whileTyping } from "../lib/typed-search";
import { EmptyState } from "../ui/empty-state";
import { ProblemNote } from "../ui/problem-note";
import { SearchField } from "../ui/search-field";
import { MailEntry } from "./mail-entry";

const pollMs = 2000;

type Mails = z.output<typeof listMailsOutput>;
type MailboxScreenProps = { initial: { to: string; mails: Mails } };

function useMails(to: string, initial: MailboxScreenProps["initial"]) {
  const trpc = useTRPC();
  return useQuery({
    ...trpc.mailbox.list.queryOptions(to === "" ? {} : { to }),
    ...(to === initial.to ? { initialData: initial.mails } : {}),
    placeholderData: keepPreviousData,
    refetchInterval: pollMs,
  });
}

/** The mails that this installation would send, the newest first, read anew every two seconds. */
export function MailboxScreen({ initial }: MailboxScreenProps) {
  const [to, setTo] = useQueryState("to", parseAsString.withDefault(""));
  const wanted = to.trim().toLowerCase();
  const { data, isError, error, refetch } = useMails(wanted, initial);
  const mails = data?.mails ?? [];
  return (
    <>
      <SearchField
        label="Filter by address"
        value={to}
        onChange={(text) => void setTo(text === "" ? null : text, whileTyping)}
        className="mb-4 max-w-sm"
      />
      {isError ? (
        <ProblemNote title="The mails could not be read" error={error} onRetry={() => void refetch()} />
      ) : null}
      {mails.length === 0 ? (
        <EmptyState title={wanted === "" ? "No mail yet" : "No mail to this address"}>
          {wanted === "" ? "Sign up, or ask for a link: what would be sent appears here by itself." : null}
        </EmptyState>
      ) : (
        <ul aria-label="Mails" className="bg-surface divide-y rounded-md border">
          {mails.map((mail, index) => (
            <MailEntry key={mail.id} mail={mail} isFirst={index === 0} />
          ))}
        </ul>
      )}
    </>
  );
}
