import { openChannel, waitOutEvents } from "./channel";
import type { FreshbooksProbe } from "./probe";

export interface Experiment {
  /** What the callback is registered for. */
  readonly noun: "invoice" | "client";
  /** Makes what the experiment is about; its id. */
  readonly prepare: () => Promise<number>;
  /** Does what may cause an event. */
  readonly act: (id: number) => Promise<void>;
}

/** The events about an object that an act caused, and why no more of them will come. */
export interface Caused {
  readonly names: readonly string[];
  readonly silence: string;
}

/** Does something to an object of ours, and listens to what FreshBooks says of that object from then on. */
export async function causedEvents(probe: FreshbooksProbe, experiment: Experiment): Promise<Caused> {
  const marker = await openChannel(probe, "client");
  const channel = experiment.noun === "client" ? marker : await openChannel(probe, experiment.noun);
  const id = await experiment.prepare();
  await waitOutEvents(probe, marker);
  const before = channel.events().length;
  await experiment.act(id);
  const silence = await waitOutEvents(probe, marker);
  const names = channel
    .events()
    .slice(before)
    .filter(({ form }) => form.get("object_id") === String(id))
    .map(({ form }) => form.get("name") ?? "");
  return { names, silence };
}

/** "invoice.update, invoice.update" or "nothing", with what makes silence certain. */
export function namedEvents({ names, silence }: Caused): string {
  return `heard ${names.length === 0 ? "nothing" : names.join(", ")}; ${silence}`;
}
