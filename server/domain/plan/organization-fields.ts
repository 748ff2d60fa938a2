import { clientName } from "../client-name";
import type { FieldBindings } from "../mapping/rules";
import type { RemoteAddress } from "../remote";
import type { SourceAddress, SourceClient } from "../source";
import type { Desired } from "./desired";
import { showPlain } from "./desired";
import { showAddress } from "./show";

/** The address as Pipedrive takes it, always whole: parts left out of a write become null (facts §5). */
function toRemoteAddress(address: SourceAddress): RemoteAddress | null {
  const street = [address.street, address.street2].filter((part) => part !== "").join(", ");
  const town = [address.code, address.city].filter((part) => part !== "").join(" ");
  const value = [street, town, address.province, address.country].filter((part) => part !== "").join(", ");
  if (value === "") return null;
  return {
    value,
    route: street === "" ? null : street,
    locality: address.city === "" ? null : address.city,
    admin_area_level_1: address.province === "" ? null : address.province,
    country: address.country === "" ? null : address.country,
    postal_code: address.code === "" ? null : address.code,
  };
}

/** What an organization ought to hold for a client. */
export function organizationFields(client: SourceClient, bindings: FieldBindings["organization"]): Desired[] {
  const { name, source } = clientName(client);
  const address = toRemoteAddress(client.address);
  const fields: Desired[] = [
    {
      label: "Name",
      key: "name",
      value: name,
      because: `${source} is the organization's name`,
      show: showPlain,
    },
    {
      label: "FreshBooks client ID",
      key: `custom_fields.${bindings.freshbooksId.code}`,
      value: client.id,
      because: "client.id marks the organization as this client's",
      show: showPlain,
    },
    {
      label: "FreshBooks currency",
      key: `custom_fields.${bindings.currency.code}`,
      value: client.currency,
      because: "client.currency_code is the currency its invoices start with",
      show: showPlain,
    },
  ];
  if (address !== null) {
    const because = "the client's billing address, sent whole";
    fields.push({ label: "Address", key: "address", value: address, because, show: showAddress });
  }
  return fields;
}
