import { connection } from "next/server";
import type { ReactNode } from "react";
import { AppProviders } from "@/components/lib/app-providers";

/** Around every signed-in page. Holds no data: each page checks for itself who may see it. */
export default async function AppLayout({ children }: { children: ReactNode }) {
  await connection();
  return <AppProviders startMs={currentMs()}>{children}</AppProviders>;
}

function currentMs(): number {
  return Date.now();
}
