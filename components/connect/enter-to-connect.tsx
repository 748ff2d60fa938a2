import Link from "next/link";
import { Button } from "../ui/button";

/** For somebody who comes from Pipedrive and is not signed in: first in, then back here. */
export function EnterToConnect({ backTo }: { backTo: string }) {
  const on = `callbackUrl=${encodeURIComponent(backTo)}`;
  return (
    <div className="flex flex-col gap-6">
      <p className="text-ink-soft max-w-prose">
        Pipedrive has sent you here to finish installing ml-connector, which keeps Pipedrive in step with
        FreshBooks. Come in first; your installation waits here for five minutes, and can be begun again at
        any time.
      </p>
      <div className="flex flex-wrap gap-3">
        <Button asChild variant="primary">
          <Link href={`/sign-up?${on}`}>Make an account</Link>
        </Button>
        <Button asChild>
          <Link href={`/sign-in?${on}`}>Sign in</Link>
        </Button>
      </div>
    </div>
  );
}
