import { ControlError, parseControlInput } from "../lib/http-error";
import { stageVerbs } from "../lib/maker-control";
import type { StageControl } from "../lib/maker-control";
import type { Caller } from "./caller";
import { createDeal, deleteDeal, patchDeal } from "./deal-acts";
import { dealView } from "./deal-view";
import { parseStrict } from "./errors";
import { createOrganization, deleteOrganization, patchOrganization } from "./organization-acts";
import { organizationView } from "./organization-view";
import type { DealRecord, OrganizationRecord } from "./records";
import { dealCreateSchema, dealPatchSchema } from "./schemas/deal";
import { organizationCreateSchema, organizationPatchSchema } from "./schemas/organization";
import { readState } from "./state";
import type { PipedriveState } from "./state";
import { switchesSchema } from "./switches";
import type { SwitchPatch, Switches } from "./switches";
import type { PipedriveBox, PipedriveWorld } from "./world";

type View = Record<string, unknown>;
type Input = Readonly<Record<string, unknown>>;

/** What a test or a page may do with the Pipedrive stand-in, as a user of the company and as its maker. */
export interface PipedriveControl extends StageControl {
  state(): PipedriveState;
  reset(): void;
  setSwitches(patch: SwitchPatch): Switches;
  createDeal(input: Input): View;
  /** A person moves or edits a deal, with the same rules as the API's. */
  patchDeal(id: number, input: Input): View;
  deleteDeal(id: number): View;
  createOrganization(input: Input): View;
  patchOrganization(id: number, input: Input): View;
  deleteOrganization(id: number): View;
  /** The user's tokens stop working. */
  deactivateUser(id: number): void;
}

function personOf(world: PipedriveWorld): Caller {
  const first = [...world.users.values()][0];
  if (first === undefined) throw new ControlError(409, "The company has no user.");
  return { userId: first.id, token: first.apiToken, scopes: null };
}

function found<T>(record: T | undefined, what: string, id: number): T {
  if (record === undefined) throw new ControlError(404, `There is no ${what} ${id}.`);
  return record;
}

function dealVerbs(worldOf: () => PipedriveWorld) {
  const acting = (id: number, act: (world: PipedriveWorld, deal: DealRecord) => void) => {
    const world = worldOf();
    const deal = found(world.deals.get(id), "deal", id);
    act(world, deal);
    return dealView(world, deal);
  };
  return {
    createDeal: (input: Input) => {
      const world = worldOf();
      const body = parseStrict(dealCreateSchema, input);
      return dealView(world, createDeal(world, personOf(world), body, "ManuallyCreated"));
    },
    patchDeal: (id: number, input: Input) =>
      acting(id, (world, deal) => {
        patchDeal(world, deal, parseStrict(dealPatchSchema, input));
      }),
    deleteDeal: (id: number) => acting(id, deleteDeal),
  };
}

function organizationVerbs(worldOf: () => PipedriveWorld) {
  const acting = (id: number, act: (world: PipedriveWorld, organization: OrganizationRecord) => void) => {
    const world = worldOf();
    const organization = found(world.organizations.get(id), "organization", id);
    act(world, organization);
    return organizationView(world, organization);
  };
  return {
    createOrganization: (input: Input) => {
      const world = worldOf();
      const body = parseStrict(organizationCreateSchema, input);
      return organizationView(world, createOrganization(world, personOf(world), body));
    },
    patchOrganization: (id: number, input: Input) =>
      acting(id, (world, organization) => {
        patchOrganization(world, organization, parseStrict(organizationPatchSchema, input));
      }),
    deleteOrganization: (id: number) => acting(id, deleteOrganization),
  };
}

function makerVerbs(box: PipedriveBox, remake: () => PipedriveWorld) {
  return {
    ...stageVerbs(() => box.world),
    state: () => readState(box.world),
    reset: () => {
      box.world.clock.stop();
      box.world = remake();
    },
    setSwitches: (patch: SwitchPatch) => {
      box.world.switches = parseControlInput(switchesSchema, { ...box.world.switches, ...patch });
      return box.world.switches;
    },
    deactivateUser: (id: number) => {
      found(box.world.users.get(id), "user", id).isActive = false;
    },
  };
}

/** The control verbs over a box; `remake` gives the world a reset starts from. */
export function createPipedriveControl(box: PipedriveBox, remake: () => PipedriveWorld): PipedriveControl {
  const worldOf = () => box.world;
  return { ...makerVerbs(box, remake), ...dealVerbs(worldOf), ...organizationVerbs(worldOf) };
}
