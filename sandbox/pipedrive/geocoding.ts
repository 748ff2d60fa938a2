import type { Address } from "./schemas/address";

const STREET = /^(?<route>.*?)\s+(?<street_number>\d+\s?[a-z]?)$/i;
const TOWN = /^(?<postal_code>\d{4,5})\s+(?<locality>.+)$/;

function read(value: string): Record<string, string> {
  const [street = "", town = "", country = ""] = value.split(",").map((part) => part.trim());
  const atStreet = STREET.exec(street)?.groups;
  const atTown = TOWN.exec(town)?.groups;
  if (atStreet === undefined || atTown === undefined) return {};
  return { ...atStreet, ...atTown, ...(country === "" ? {} : { country }) };
}

/**
 * Takes an address given as one text apart, as a geocoder would: "street number, code town, country". What does not
 * read so stays as it is, and parts that were written are kept.
 */
export function geocoded(address: Address): Address {
  const written = Object.entries(address).filter(([, part]) => part !== null);
  return { ...address, ...read(address.value), ...Object.fromEntries(written) };
}
