import { z } from "zod";

/** Behaviours of a stand-in by name, as its control API takes them. */
export type SwitchValues = Readonly<Record<string, unknown>>;

type AtUrl = { url: string };

const stateSchema = z.object({ switches: z.record(z.string(), z.unknown()) });

/** Every switch that a stand-in has, and how it stands. */
export async function readSwitches({ url }: AtUrl): Promise<SwitchValues> {
  const answer = await fetch(`${url}/_control/state`);
  return stateSchema.parse(await answer.json()).switches;
}

/** Turns some switches; throws when the stand-in has no such switch or value. */
export async function turnSwitches({ url }: AtUrl, switches: SwitchValues): Promise<void> {
  const answer = await fetch(`${url}/_control/switches`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(switches),
  });
  if (answer.ok) return;
  throw new Error(`the stand-in refused ${JSON.stringify(switches)}: ${await answer.text()}`);
}
