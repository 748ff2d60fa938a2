import { holdsValue } from "../equal";
import type { RemoteValue } from "../remote";
import type { FieldChange, Written } from "./types";

/** A value that Pipedrive ought to hold, and how to say it. */
export type Desired = {
  label: string;
  key: string;
  value: RemoteValue;
  because: string;
  /** The value as people read it. */
  show: (value: RemoteValue) => string | null;
};

/** Reads a value that has no better form of its own. */
export function showPlain(value: RemoteValue): string | null {
  if (value === null) return null;
  if (typeof value === "object") return JSON.stringify(value);
  return String(value);
}

/** The changes that bring `written` to `desired`; fields already right are left out. */
export function changes(desired: readonly Desired[], written: Written | null): FieldChange[] {
  return desired
    .filter(({ key, value }) => written === null || !holdsValue(written[key], value))
    .map(({ label, key, value, because, show }) => {
      const before = written?.[key];
      return {
        label,
        key,
        value,
        before: before === undefined ? null : show(before),
        after: show(value),
        because,
      };
    });
}
