import type { ReactNode } from "react";
import { PublicHeader } from "@/components/brand/public-header";
import { ApiProvider } from "@/components/lib/trpc-provider";

/** Around the pages for getting in. */
export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <ApiProvider>
      <PublicHeader />
      <main id="main" className="mx-auto w-full max-w-sm px-4 pt-8 pb-16 sm:pt-20">
        {children}
      </main>
    </ApiProvider>
  );
}
