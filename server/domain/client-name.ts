import type { SourceClient } from "./source";

/** The organization's name: the company, else the person, else the e-mail, else a marked placeholder. */
export function clientName(client: SourceClient): { name: string; source: string } {
  const organization = client.organization.trim();
  if (organization !== "") return { name: organization, source: "client.organization" };
  const person = `${client.firstName} ${client.lastName}`.trim();
  if (person !== "") return { name: person, source: "client.name" };
  if (client.email.trim() !== "") return { name: client.email.trim(), source: "client.email" };
  return { name: `FreshBooks client ${client.id}`, source: "client.id" };
}
