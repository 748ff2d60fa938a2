import { clientName } from "../client-name";
import type { FieldBindings } from "../mapping/rules";
import type { RemoteAddress } from "../remote";
import type { SourceAddress, SourceClient } from "../source";
import type { Desired } from "./desired";
import { showPlain } from "./desired";
import { showAddress } from "./show";

/** The parts that there are: whether Pipedrive takes null for one is not confirmed, and one left out becomes null. */
function present(parts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== ""));
}

/** The address as Pipedrive takes it, always whole: a write replaces all of it (facts §5). */
function toRemoteAddress(address: SourceAddress): RemoteAddress | null {
  const street = [address.street, address.street2].filter((part) => part !== "").join(", ");
  const town = [address.code, address.city].filter((part) => part !== "").join(" ");
  const value = [street, town, address.province, address.country].filter((part) => part !== "").join(", ");
  if (value === "") return null;
  return {
    value,
    ...present({
      route: street,
      locality: address.city,
      admin_area_level_1: address.province,
      country: address.country,
      postal_code: address.code,
    }),
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
