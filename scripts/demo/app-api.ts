import { createTRPCClient, httpLink } from "@trpc/client";
import superjson from "superjson";

import type { AppRouter } from "../../server/api/root";
import type { Person } from "./person";

/** The app's own API, called as the person signed in. */
export function appApi(appUrl: string, person: Person) {
  const url = `${appUrl}/api/trpc`;
  return createTRPCClient<AppRouter>({
    links: [httpLink({ url, transformer: superjson, headers: () => person.headersFor(url) })],
  });
}

export type AppApi = ReturnType<typeof appApi>;
