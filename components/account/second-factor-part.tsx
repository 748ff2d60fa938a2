"use client";

import { useState } from "react";
import type { Profile } from "@/server/contracts/security";
import { RecoveryCodes } from "./recovery-codes";
import { TotpOff } from "./totp-off";
import { TotpOn } from "./totp-on";

/** Two-factor sign-in: off, being set up, or on; and the codes whenever new ones were made. */
export function SecondFactorPart({ totp }: { totp: Profile["totp"] }) {
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  if (codes !== null) {
    return (
      <RecoveryCodes
        codes={codes}
        onKept={() => {
          setCodes(null);
        }}
      />
    );
  }
  if (totp.enabledAt === null) return <TotpOff onCodes={setCodes} />;
  return <TotpOn since={totp.enabledAt} codesLeft={totp.recoveryCodesLeft} onCodes={setCodes} />;
}
