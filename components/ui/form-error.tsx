import { CircleAlert } from "lucide-react";

/** What is wrong with the form as a whole, read out when it appears. */
export function FormError({ children }: { children: string | null }) {
  return (
    <div role="alert" className="empty:contents">
      {children === null ? null : (
        <p className="bg-failing-wash text-ink flex gap-2 rounded-md p-3">
          <CircleAlert aria-hidden className="text-failing mt-0.5 size-4 shrink-0" />
          {children}
        </p>
      )}
    </div>
  );
}
