type Input = Readonly<Record<string, unknown>>;

/** What is needed of a company's control verbs. */
interface Company {
  createOrganization(input: Input): Input;
  createDeal(input: Input): Input;
}

const INVOICES_PER_CLIENT = 16;
const STAGES = [1, 2, 3, 4, 5, 6];
const CURRENCIES = ["EUR", "USD", "GBP", "JPY"];

/** Gives a company a deal for each of so many invoices, with organizations and filled custom fields. */
export function fillCompany(
  company: Company,
  { count, fieldCodes }: { readonly count: number; readonly fieldCodes: readonly string[] },
): void {
  let organizationId: unknown;
  for (let index = 0; index < count; index += 1) {
    const number = String(index + 1).padStart(7, "0");
    if (index % INVOICES_PER_CLIENT === 0) {
      organizationId = company.createOrganization({ name: `Client ${number} & Sons` })["id"];
    }
    company.createDeal({
      title: `Invoice ${number} – Client ${Math.floor(index / INVOICES_PER_CLIENT)}`,
      org_id: organizationId,
      value: ((index * 7919) % 1_000_000) / 100,
      currency: CURRENCIES[index % CURRENCIES.length],
      stage_id: STAGES[index % STAGES.length],
      custom_fields: Object.fromEntries(fieldCodes.map((code, place) => [code, `${place}-${number}`])),
    });
  }
}
