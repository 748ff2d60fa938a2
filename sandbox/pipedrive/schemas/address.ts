import { z } from "zod";

type Part =
  | "admin_area_level_1"
  | "admin_area_level_2"
  | "country"
  | "locality"
  | "postal_code"
  | "route"
  | "street_number"
  | "sublocality"
  | "subpremise";

/** An address as it is kept: every part it has not is null. */
export type Address = { readonly value: string } & Readonly<Record<Part, string | null>>;

const EMPTY: Readonly<Record<Part, null>> = {
  country: null,
  admin_area_level_1: null,
  admin_area_level_2: null,
  locality: null,
  sublocality: null,
  route: null,
  street_number: null,
  subpremise: null,
  postal_code: null,
};

type Written = Readonly<Partial<Record<Part | "value", string>>>;

// Parts left out become null, nothing is merged (facts §5); without a value the parts are what there is to show.
function whole({ value, ...written }: Written): Address {
  const parts = { ...EMPTY, ...written };
  const shown = [parts.route, parts.street_number, parts.postal_code, parts.locality, parts.country];
  return { value: value ?? shown.filter((part) => part !== null).join(", "), ...parts };
}

const text = z.string().exactOptional();

/** An address as it is written. */
export const addressBody = z
  .strictObject({
    value: text,
    country: text,
    admin_area_level_1: text,
    admin_area_level_2: text,
    locality: text,
    sublocality: text,
    route: text,
    street_number: text,
    subpremise: text,
    postal_code: text,
  })
  .transform(whole);
