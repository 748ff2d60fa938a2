import type { MoneyDto } from "@/server/contracts/money";
import { formatAmount } from "../lib/format-money";

/** An amount with its currency code small and grey behind it. Never wraps; align it right in columns. */
export function Money({ money }: { money: MoneyDto }) {
  return (
    <span className="whitespace-nowrap">
      {formatAmount(money)} <span className="text-micro text-ink-faint">{money.currency}</span>
    </span>
  );
}
