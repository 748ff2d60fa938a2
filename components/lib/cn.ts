import { clsx, type ClassValue } from "clsx";

/** Joins class names, leaving out what is falsy. Components never rely on later classes winning over earlier ones. */
export function cn(...values: ClassValue[]): string {
  return clsx(values);
}
