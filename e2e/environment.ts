import { z } from "zod";

const schema = z.object({
  E2E_APP_URL: z.url(),
  E2E_FRESHBOOKS_URL: z.url(),
  E2E_PIPEDRIVE_URL: z.url(),
  METRICS_TOKEN: z.string().min(16),
});

/** Where the stack of this run answers, and what a scraper must bear to read its metrics. */
export type RunningStack = {
  appUrl: string;
  freshbooksUrl: string;
  pipedriveUrl: string;
  metricsToken: string;
};

/** The stack that runs for these tests, as the start of the run told its workers. */
export function runningStack(): RunningStack {
  const env = schema.parse(process.env);
  return {
    appUrl: env.E2E_APP_URL,
    freshbooksUrl: env.E2E_FRESHBOOKS_URL,
    pipedriveUrl: env.E2E_PIPEDRIVE_URL,
    metricsToken: env.METRICS_TOKEN,
  };
}
