import { randomBytes } from "node:crypto";

import { at, numberAt, textAt } from "../probe/json-at";
import { ProbeError } from "../probe/probe-error";
import { describe, expectOk } from "../probe/reply";
import type { Reply } from "../probe/reply";
import type { PipedriveProbe } from "./probe";

/** Begins every name we give, so that nobody mistakes our objects for theirs. */
const OUR_NAME = "ml-connector verify";

type Noun = "deals" | "organizations";
type FieldNoun = "dealFields" | "organizationFields";
type Fields = Readonly<Record<string, unknown>>;

/** A name that no other object has. */
export function ourName(): string {
  return `${OUR_NAME} ${randomBytes(6).toString("hex")}`;
}

const pathOf = (noun: Noun, id: number) => `/api/v2/${noun}/${id}`;

function isGone(reply: Reply): boolean {
  return reply.status === 404 || reply.status === 410 || at(reply.json, "data.is_deleted") === true;
}

/** Takes an object of ours away, however it stands: there, archived, or deleted already. */
async function takeAway(probe: PipedriveProbe, noun: Noun, id: number): Promise<void> {
  const remove = () => probe.api.call("DELETE", pathOf(noun, id), { isCleanUp: true });
  if ((await remove()).status < 300) return;
  if (isGone(await probe.api.call("GET", pathOf(noun, id), { isCleanUp: true }))) return;
  await probe.api.call("PATCH", pathOf(noun, id), { json: { is_archived: false }, isCleanUp: true });
  expectOk(await remove(), `Deleting ${noun} ${id}`);
}

async function make(probe: PipedriveProbe, noun: Noun, fields: Fields): Promise<number> {
  const reply = await probe.cleanUp.make(`one of the ${noun}, ${JSON.stringify(fields)}`, () =>
    probe.api.call("POST", `/api/v2/${noun}`, { json: fields }),
  );
  const id = numberAt(expectOk(reply, `Making one of the ${noun}`).json, "data.id");
  if (id === undefined) throw new ProbeError(`${describe(reply)} without the id of what it made.`);
  probe.cleanUp.owe(`${noun} ${id}`, () => takeAway(probe, noun, id));
  return id;
}

/** A deal of our own; its id. */
export function makeDeal(probe: PipedriveProbe, fields: Fields = {}): Promise<number> {
  return make(probe, "deals", { title: ourName(), ...fields });
}

/** An organization of our own; its id. */
export function makeOrganization(probe: PipedriveProbe, fields: Fields = {}): Promise<number> {
  return make(probe, "organizations", { name: ourName(), ...fields });
}

/** A text field of our own; its code. */
export async function makeField(probe: PipedriveProbe, noun: FieldNoun): Promise<string> {
  const json = { field_name: ourName(), field_type: "varchar" };
  const made = await probe.cleanUp.make(`the field named ${json.field_name}`, () =>
    probe.api.call("POST", `/api/v2/${noun}`, { json }),
  );
  const reply = expectOk(made, "Making a field");
  const code = textAt(reply.json, "data.field_code");
  if (code === undefined) throw new ProbeError(`${describe(reply)} without the field's code.`);
  probe.cleanUp.owe(`the field named ${json.field_name}`, async () => {
    const gone = await removeField(probe, noun, code);
    if (gone.status !== 404 && gone.status !== 410) expectOk(gone, "Deleting a field");
  });
  return code;
}

/** Deletes a field of our own; nothing is insisted on. */
export function removeField(probe: PipedriveProbe, noun: FieldNoun, code: string): Promise<Reply> {
  return probe.api.call("DELETE", `/api/v2/${noun}/${code}`, { isCleanUp: true });
}

/** Changes an object of our own; nothing is insisted on. */
export function tryPatch(probe: PipedriveProbe, noun: Noun, id: number, fields: Fields): Promise<Reply> {
  return probe.api.call("PATCH", pathOf(noun, id), { json: fields });
}

/** Changes an object of our own. */
export async function patch(probe: PipedriveProbe, noun: Noun, id: number, fields: Fields): Promise<Reply> {
  return expectOk(await tryPatch(probe, noun, id, fields), `Changing ${noun} ${id}`);
}

/** Deletes an object of our own. */
export async function remove(probe: PipedriveProbe, noun: Noun, id: number): Promise<void> {
  expectOk(await probe.api.call("DELETE", pathOf(noun, id)), `Deleting ${noun} ${id}`);
}

/** The object as Pipedrive has it now; nothing is insisted on. */
export function look(probe: PipedriveProbe, noun: Noun, id: number): Promise<Reply> {
  return probe.api.get(pathOf(noun, id));
}
