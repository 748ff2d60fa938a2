import type { Bench, BenchContext, Mark, Report, Table } from "./lib/bench";
import type { KeepAliveClient } from "./lib/keep-alive-client";
import { runMix, timingRows } from "./lib/mix";
import type { Kind, Timing } from "./lib/mix";
import { percentile } from "./lib/percentile";
import { connectFreshBooks } from "./sandbox/freshbooks-access";
import { freshBooksMix } from "./sandbox/freshbooks-mix";
import { startHost } from "./sandbox/host-process";
import type { Host } from "./sandbox/host-process";
import type { Reply } from "./sandbox/host-protocol";
import { foundRoomyCompany } from "./sandbox/pipedrive-access";
import { pipedriveMix } from "./sandbox/pipedrive-mix";

const INVOICES = 100_000;
const CALLS = { warmUp: 500, count: 3000 };
const MEMORY_MARK_MIB = 500;
const MEDIAN_MARK_MS = 2;
const MIB = 1024 * 1024;
/** As many as the sample of 100,000 invoices has, or a few less. */
const BOOKS = { invoices: INVOICES, clients: 6000, payments: 80_000 };

type Step = readonly [name: string, reply: Reply];

/** What a mix of calls took: as the caller saw it, and in processor time of the stand-in for each call. */
interface Run {
  readonly timings: readonly Timing[];
  readonly cpuMsPerCall: number;
}

function memoryRow([name, { tookMs, rss, peakRss, heapUsed }]: Step): string[] {
  const mib = (bytes: number) => (bytes / MIB).toFixed(0);
  return [name, (tookMs / 1000).toFixed(1), mib(rss), mib(heapUsed), mib(peakRss)];
}

function callTable(title: string, { timings, cpuMsPerCall }: Run): Table {
  return {
    title: `${title} (${cpuMsPerCall.toFixed(2)} ms of processor time per call)`,
    head: ["call", "calls", "median ms", "p95 ms", "slowest ms"],
    rows: timingRows(timings),
  };
}

function medianMark(what: string, { timings }: Run): Mark {
  const all = timings.flatMap(({ tookMs }) => tookMs);
  return { what, limit: MEDIAN_MARK_MS, measured: percentile(all, 0.5), unit: "ms" };
}

async function drive(host: Host, client: KeepAliveClient, kinds: readonly Kind[]): Promise<Run> {
  const before = await host.ask({ ask: "memory" });
  const timings = await runMix(client, kinds, CALLS);
  const after = await host.ask({ ask: "memory" });
  client.close();
  return { timings, cpuMsPerCall: (after.cpuMs - before.cpuMs) / (CALLS.warmUp + CALLS.count) };
}

async function measure(host: Host, { say }: BenchContext): Promise<Report> {
  const steps: Step[] = [["empty", await host.ask({ ask: "memory" })]];
  const freshBooksClient = await connectFreshBooks(host.freshbooksUrl);
  const { client: pipedriveClient, ...company } = await foundRoomyCompany(host.pipedriveUrl);
  say(`Loading ${INVOICES} invoices and as many deals.`);
  steps.push(["invoices loaded", await host.ask({ ask: "loadInvoices", count: INVOICES })]);
  const deals = { companyId: company.companyId, fieldCodes: [...company.fieldCodes] };
  steps.push(["deals loaded", await host.ask({ ask: "loadDeals", count: INVOICES, ...deals })]);
  say(`Making ${CALLS.count} calls on each stand-in.`);
  const freshbooks = await drive(host, freshBooksClient, freshBooksMix(BOOKS));
  const pipedrive = await drive(host, pipedriveClient, pipedriveMix(INVOICES));
  const last = await host.ask({ ask: "memory" });
  steps.push(["after all calls", last]);
  return {
    tables: [
      { title: "Memory", head: ["", "s", "RSS MiB", "heap MiB", "peak MiB"], rows: steps.map(memoryRow) },
      callTable("FreshBooks", freshbooks),
      callTable("Pipedrive", pipedrive),
    ],
    marks: [
      { what: "Resident memory", limit: MEMORY_MARK_MIB, measured: last.rss / MIB, unit: "MiB" },
      medianMark("FreshBooks, median", freshbooks),
      medianMark("Pipedrive, median", pipedrive),
    ],
  };
}

/** How much the stand-ins hold and how fast they answer with a large ledger and its pipeline in them. */
export const bench: Bench = {
  name: "sandbox",
  about: "both stand-ins with 100,000 invoices and a deal for each",
  run: async (context) => {
    const host = await context.keep(startHost(), (started) => started.stop());
    return measure(host, context);
  },
};
