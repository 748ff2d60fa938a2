/** The suites that run what a vendor may turn out to do against the product, each by one scenario of its own. */
type Proof =
  | "handshake"
  | "deliveries"
  | "disabled"
  | "states"
  | "money"
  | "refusals"
  | "rates"
  | "tokens"
  | "consent"
  | "accounts"
  | "gone"
  | "references"
  | "writes"
  | "limits"
  | "grant"
  | "caps";

/** Why a switch is not run: it stands for nothing that the product could notice. */
type Excused = { readonly excused: string };

/** Some values of a switch that has too many to name them all. */
type Tried<Value> = { readonly values: readonly Value[]; readonly proof: Proof };

type Verdicts = Readonly<Record<string, Proof | "default">>;

/** Every value of a switch that has few: which suite runs it; the stand-in's own choice needs none. */
type Each<Value extends boolean | number | string> = {
  readonly each: Readonly<Record<`${Value}`, Proof | "default">>;
};

type Entry<Value> = [Value] extends [boolean | number | string]
  ? Excused | (string extends Value ? Tried<Value> : number extends Value ? Tried<Value> : Each<Value>)
  : Excused | Tried<Value>;

/** A row for every switch of a stand-in: one that is missing, or a value that is, does not compile. */
export type VariantTable<Switches> = { readonly [Name in keyof Switches]: Entry<Switches[Name]> };

/** The same, whatever the stand-in. */
type AnyTable = Readonly<Record<string, Excused | Tried<unknown> | { readonly each: Verdicts }>>;

/** One value of one switch, named for the test that runs it. */
type Variant = { name: string; switches: Readonly<Record<string, unknown>> };

/** A key as the value it stands for; those of a switch whose values are text stay text, `"403"` too. */
function readValue(text: string, isText: boolean): unknown {
  const value: unknown = isText ? text : JSON.parse(text);
  return value;
}

function valuesOf(entry: AnyTable[string], verdict: Proof | "default"): readonly unknown[] {
  if ("excused" in entry) return [];
  if ("values" in entry) return entry.proof === verdict ? entry.values : [];
  const isText = Object.keys(entry.each).some((key) => !/^(?:true|false|\d+)$/.test(key));
  const named = Object.entries(entry.each).filter(([, proof]) => proof === verdict);
  return named.map(([key]) => readValue(key, isText));
}

/** What a suite has to run: each value that the table gives it, alone. */
export function variantsOf(table: AnyTable, verdict: Proof | "default"): Variant[] {
  return Object.entries(table).flatMap(([name, entry]) =>
    valuesOf(entry, verdict).map((value) => ({
      name: `${name}: ${JSON.stringify(value)}`,
      switches: { [name]: value },
    })),
  );
}
