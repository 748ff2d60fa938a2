import type { Caller } from "./caller";
import type { Company } from "./company";

/** A call that has found its company. */
export interface CompanyCaller {
  readonly company: Company;
  readonly caller: Caller;
}
