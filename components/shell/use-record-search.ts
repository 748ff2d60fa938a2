import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { RecordRow } from "@/server/contracts/records";
import { useTRPC } from "../lib/trpc-provider";

const pauseMs = 200;
const fewestLetters = 2;
const most = 6;

/** The text once the person has paused. */
function usePaused(text: string): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = window.setTimeout(() => {
      setPaused(text);
    }, pauseMs);
    return () => {
      window.clearTimeout(timer);
    };
  }, [text]);
  return paused;
}

/** What a search among a workspace's records has found so far. */
export type RecordSearch = { rows: readonly RecordRow[]; isSearching: boolean };

/** The records whose number, name or FreshBooks id has the text in it; asked for once the person pauses. */
export function useRecordSearch(slug: string, typed: string): RecordSearch {
  const trpc = useTRPC();
  const text = typed.trim();
  const search = usePaused(text);
  const isLong = text.length >= fewestLetters;
  const { data, isFetching } = useQuery({
    ...trpc.records.list.queryOptions({ workspace: slug, search, limit: most }),
    enabled: search.length >= fewestLetters,
    placeholderData: keepPreviousData,
  });
  return { rows: isLong ? (data?.rows ?? []) : [], isSearching: isLong && (isFetching || search !== text) };
}
