import { cumulate } from "./draw";
import type { Draw } from "./draw";
import type { Land } from "./land";
import { AMERICAN_LANDS } from "./lands-america";
import { EASTERN_LANDS } from "./lands-east";
import { EUROPEAN_LANDS } from "./lands-europe";

export const LANDS: readonly Land[] = [...AMERICAN_LANDS, ...EUROPEAN_LANDS, ...EASTERN_LANDS];

const SHARES = cumulate(LANDS.map(({ share }) => share));

/** A land, in proportion to how many clients come from it. */
export function drawLand(draw: Draw): Land {
  const land = LANDS[draw.weighted(SHARES)];
  if (land === undefined) throw new RangeError("There are no lands.");
  return land;
}

/** The name of a firm there, made of its land's pattern. */
export function drawFirm(draw: Draw, land: Land): string {
  return draw
    .pick(land.firms)
    .replaceAll("{f}", () => draw.pick(land.family))
    .replaceAll("{w}", () => draw.pick(land.words))
    .replaceAll("{c}", () => draw.pick(land.cities)[0]);
}
