import type { BookClient } from "../freshbooks/books";
import type { Draw } from "./draw";
import type { Land } from "./land";
import { drawFirm, drawLand } from "./lands";
import { ODD_NAMES } from "./odd-names";

type Fields = BookClient["fields"];

/** A client, before it is known when it signed up. */
export interface SampleClient {
  readonly land: Land;
  readonly currencyCode: string;
  readonly fields: Fields;
  readonly visState: BookClient["visState"];
  /** How much larger its bills are than others'. */
  readonly size: number;
}

const MAIL_WORDS = [
  "atlas",
  "nordwind",
  "office",
  "bluebird",
  "studio",
  "kontor",
  "hello",
  "accounts",
  "sol",
  "tide",
];
const MAIL_BOXES = [
  "info",
  "billing",
  "ap",
  "accounts.payable",
  "office+invoices",
  "Rechnung",
  "o'connor",
  "me",
];
const INDUSTRIES = ["Consulting", "Creative", "Construction", "Retail", "Health", "Legal", null];

function drawEmail(draw: Draw, earlier: readonly string[]): string {
  if (earlier.length > 0 && draw.chance(0.05)) return draw.pick(earlier);
  const domain = `${draw.pick(MAIL_WORDS)}-${draw.pick(MAIL_WORDS)}-${draw.int(1, 99_999)}`;
  return `${draw.pick(MAIL_BOXES)}@${domain}.example`;
}

function drawPerson(draw: Draw, land: Land): Fields {
  return { fname: draw.pick(land.given), lname: draw.pick(land.family) };
}

/** Firm and person, firm, person, e-mail address alone, or an odd name. */
function drawName(draw: Draw, land: Land, email: string): Fields {
  const kind = draw.int(1, 100);
  if (kind <= 55) return { organization: drawFirm(draw, land), ...drawPerson(draw, land), email };
  if (kind <= 72) return { organization: drawFirm(draw, land), email: draw.chance(0.4) ? "" : email };
  if (kind <= 90) return { ...drawPerson(draw, land), email: draw.chance(0.2) ? "" : email };
  if (kind <= 96) return { email };
  return { organization: draw.pick(ODD_NAMES), email: draw.chance(0.3) ? "" : email };
}

function drawAddress(draw: Draw, land: Land): Fields {
  if (draw.chance(0.2)) return {};
  const [city, province, code] = draw.pick(land.cities);
  const street = `${draw.pick(land.streets)} ${draw.int(1, 250)}`;
  return { p_street: street, p_city: city, p_province: province, p_code: code, p_country: land.country };
}

function drawVisState(draw: Draw): BookClient["visState"] {
  const kind = draw.int(1, 100);
  if (kind <= 3) return 2;
  return kind <= 5 ? 1 : 0;
}

/** A client out of nowhere; `emails` are those given so far, some of which are given again. */
export function drawClient(draw: Draw, emails: string[]): SampleClient {
  const land = drawLand(draw);
  const [usual = "USD", other = usual] = land.currencies;
  const currencyCode = draw.chance(0.1) ? other : usual;
  const email = drawEmail(draw, emails);
  emails.push(email);
  const fields: Fields = {
    ...drawName(draw, land, email),
    ...drawAddress(draw, land),
    ...(draw.chance(0.4)
      ? { bus_phone: `+${draw.int(1, 99)} ${draw.int(100, 999)} ${draw.int(1000, 9999)}` }
      : {}),
    ...(draw.chance(0.1) ? { vat_number: `${draw.int(100_000_000, 999_999_999)}` } : {}),
    currency_code: currencyCode,
    language: land.language,
    company_industry: draw.pick(INDUSTRIES),
  };
  return { land, currencyCode, fields, visState: drawVisState(draw), size: draw.logNormal(1, 0.5) };
}
