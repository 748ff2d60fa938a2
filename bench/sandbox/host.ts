import { startSandbox } from "@/sandbox/start-sandbox";

import { fillCompany } from "./fill-company";
import { askSchema } from "./host-protocol";
import type { Ask, Ready, Reply } from "./host-protocol";

// Hosts both stand-ins in a process of their own, so that its memory is theirs alone.
const sandbox = await startSandbox();

function obey(ask: Ask): void {
  if (ask.ask === "loadInvoices") sandbox.freshbooks.control.loadSample({ invoices: ask.count });
  if (ask.ask === "loadDeals") fillCompany(sandbox.pipedrive.control.forCompany(ask.companyId), ask);
}

function reply(tookMs: number): Reply {
  const { user, system } = process.cpuUsage();
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  const peakRss = process.resourceUsage().maxRSS * 1024;
  return { tookMs, rss, heapUsed, peakRss, cpuMs: (user + system) / 1000 };
}

process.on("message", (message) => {
  const startedMs = performance.now();
  obey(askSchema.parse(message));
  process.send?.(reply(performance.now() - startedMs));
});
// Whoever asked is gone.
process.once("disconnect", () => process.exit(0));
const ready: Ready = { freshbooksUrl: sandbox.freshbooks.url, pipedriveUrl: sandbox.pipedrive.url };
process.send?.(ready);
