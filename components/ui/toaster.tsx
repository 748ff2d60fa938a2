"use client";

import { useTheme } from "next-themes";
import { Toaster as Sonner } from "sonner";

/** Short news at the edge of the screen, in the product's colours. */
export function Toaster() {
  const { resolvedTheme } = useTheme();
  return (
    <Sonner
      theme={resolvedTheme === "dark" ? "dark" : "light"}
      position="bottom-right"
      mobileOffset={{ bottom: "72px" }}
      toastOptions={{ className: "!rounded-md !font-sans" }}
    />
  );
}
