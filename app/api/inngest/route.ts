import { serve } from "inngest/next";
import { jobs } from "@/server/jobs";
import { inngest } from "@/server/jobs/client";

/** The SDK's handler: by it Inngest proper calls our functions. With the embedded engine it answers 401 to all. */
export const { GET, POST, PUT } = serve({ client: inngest, functions: jobs });
