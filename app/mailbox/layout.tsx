import { connection } from "next/server";
import type { ReactNode } from "react";
import { AppProviders } from "@/components/lib/app-providers";

/** Around the local mailbox, which is signed in to by nobody. */
export default async function MailboxLayout({ children }: { children: ReactNode }) {
  await connection();
  return <AppProviders startMs={currentMs()}>{children}</AppProviders>;
}

function currentMs(): number {
  return Date.now();
}
