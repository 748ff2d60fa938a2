import type { BookLine } from "../freshbooks/books";
import type { Draw } from "./draw";
import type { Land } from "./land";
import { decimalText, divideRounded, percentInThousandths, percentOf } from "./minor-units";

/** The lines of an invoice with what they come to, in the smallest units of its currency. */
export interface SampleLines {
  readonly lines: readonly BookLine[];
  readonly totalMinor: number;
}

interface Wanted {
  readonly land: Land;
  /** About what the lines should come to before tax. */
  readonly amountMinor: number;
  readonly places: number;
  readonly discountPercent: string | undefined;
}

/** Hundredths of a quantity beside its text. */
const QUANTITIES: readonly (readonly [string, number])[] = [
  ["1", 100],
  ["1", 100],
  ["1", 100],
  ["2", 200],
  ["3", 300],
  ["5", 500],
  ["8", 800],
  ["12.5", 1250],
  ["0.75", 75],
  ["40", 4000],
];
const ENGLISH_SERVICES = [
  "Consulting",
  "Travel expenses",
  "Hosting (monthly)",
  "Design work",
  "Support hours",
];
const SMALL_PRINT =
  "As agreed on the phone, including two rounds of corrections; further changes are billed by the hour. " +
  "Delivery within ten working days of approval. Materials remain our property until paid in full.";

function drawLineCount(draw: Draw): number {
  const kind = draw.int(1, 100);
  if (kind <= 45) return 1;
  if (kind <= 70) return 2;
  return kind <= 85 ? 3 : draw.int(4, 8);
}

/** A unit price that people would ask: mostly without cents. */
function drawUnitPrice(draw: Draw, aboutMinor: number, places: number): number {
  const unit = 10 ** places;
  const isRound = aboutMinor >= 5 * unit && draw.chance(0.6);
  return Math.max(1, isRound ? Math.round(aboutMinor / unit) * unit : Math.round(aboutMinor));
}

function drawTexts(draw: Draw, land: Land): Pick<BookLine, "description" | "name"> {
  const name = draw.pick(draw.chance(0.6) ? land.services : ENGLISH_SERVICES);
  if (draw.chance(0.75)) return { name };
  return { name, description: draw.chance(0.1) ? SMALL_PRINT : draw.pick(land.cities)[0] };
}

function taxOn(draw: Draw, land: Land): Pick<BookLine, "taxName" | "taxPercent"> {
  if (land.tax === undefined || draw.chance(0.15)) return {};
  return { taxName: land.tax.name, taxPercent: draw.pick(land.tax.percents) };
}

/** Lines that come to about the amount wanted, added up as FreshBooks does: line by line, tax after discount. */
export function drawLines(draw: Draw, wanted: Wanted): SampleLines {
  const { land, places, discountPercent } = wanted;
  const count = drawLineCount(draw);
  let totalMinor = 0;
  const lines = Array.from({ length: count }, (): BookLine => {
    const [qty, hundredths] = draw.pick(QUANTITIES);
    const unitMinor = drawUnitPrice(draw, (wanted.amountMinor / count) * (100 / hundredths), places);
    const gross = divideRounded(hundredths * unitMinor, 100);
    const off = discountPercent === undefined ? 0 : percentOf(gross, percentInThousandths(discountPercent));
    const tax = taxOn(draw, land);
    totalMinor += gross - off + percentOf(gross - off, percentInThousandths(tax.taxPercent ?? "0"));
    return { ...drawTexts(draw, land), qty, unitCost: decimalText(unitMinor, places), ...tax };
  });
  return { lines, totalMinor };
}
