import type { Address } from "./schemas/address";

const STREET = /^(?<route>.*?)\s+(?<number>\d+\s?[a-z]?)$/i;
const TOWN = /^(?<code>\d{4,5})\s+(?<town>.+)$/;

/**
 * Takes an address given as one text apart, as a geocoder would: "street number, code town, country". What does not
 * read so stays as it is, and parts that were written are kept.
 */
export function geocoded(address: Address): Address {
  const [street = "", town = "", country = ""] = address.value.split(",").map((part) => part.trim());
  const atStreet = STREET.exec(street)?.groups;
  const atTown = TOWN.exec(town)?.groups;
  if (atStreet === undefined || atTown === undefined) return address;
  return {
    ...address,
    route: address.route ?? atStreet["route"] ?? null,
    street_number: address.street_number ?? atStreet["number"] ?? null,
    postal_code: address.postal_code ?? atTown["code"] ?? null,
    locality: address.locality ?? atTown["town"] ?? null,
    country: address.country ?? (country === "" ? null : country),
  };
}
