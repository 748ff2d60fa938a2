import { ControlError, parseControlInput } from "../lib/http-error";
import { stageVerbs } from "../lib/maker-control";
import type { StageControl } from "../lib/maker-control";
import { ACME_ID, companyView, foundCompany } from "./companies";
import type { CompanyView } from "./companies";
import type { Company } from "./company";
import { companyVerbs } from "./company-control";
import type { CompanyControl } from "./company-control";
import { companyInputSchema } from "./company-profile";
import type { CompanyInput } from "./company-profile";
import { describeOperations } from "./operations/describe";
import type { OperationView } from "./operations/describe";
import { readState } from "./state";
import { switchesSchema } from "./switches";
import type { SwitchPatch, Switches } from "./switches";
import { uninstall } from "./uninstall";
import { stopWorld } from "./world";
import type { PipedriveBox, PipedriveWorld } from "./world";

/**
 * What a test or a page may do with the Pipedrive stand-in: as its maker, and by hand in the company Acme, or in the
 * one that `forCompany` names.
 */
export interface PipedriveControl extends StageControl, CompanyControl {
  reset(): void;
  setSwitches(patch: SwitchPatch): Switches;
  forCompany(id: number): CompanyControl;
  createCompany(input: CompanyInput): CompanyView;
  listCompanies(): CompanyView[];
  /** Every operation of the API, with the schemas that calls are held against. */
  operations(): OperationView[];
}

function requireCompany(world: PipedriveWorld, id: number): Company {
  const company = world.companies.get(id);
  if (company === undefined) throw new ControlError(404, `There is no company ${id}.`);
  return company;
}

function companyControl(box: PipedriveBox, id: number): CompanyControl {
  const companyOf = () => requireCompany(box.world, id);
  return {
    ...companyVerbs(companyOf),
    state: () => readState(box.world, companyOf()),
    uninstall: (userId) => uninstall(box.world, companyOf(), userId),
  };
}

function makerVerbs(box: PipedriveBox, remake: () => PipedriveWorld) {
  return {
    ...stageVerbs(() => box.world),
    reset: () => {
      stopWorld(box.world);
      box.world = remake();
    },
    setSwitches: (patch: SwitchPatch) => {
      box.world.switches = parseControlInput(switchesSchema, { ...box.world.switches, ...patch });
      return box.world.switches;
    },
    createCompany: (input: CompanyInput) =>
      companyView(foundCompany(box.world, parseControlInput(companyInputSchema, input))),
    listCompanies: () => [...box.world.companies.values()].map(companyView),
    operations: describeOperations,
  };
}

/** The control verbs over a box; `remake` gives the world a reset starts from. */
export function createPipedriveControl(box: PipedriveBox, remake: () => PipedriveWorld): PipedriveControl {
  const forCompany = (id: number) => {
    requireCompany(box.world, id);
    return companyControl(box, id);
  };
  return { ...makerVerbs(box, remake), ...companyControl(box, ACME_ID), forCompany };
}
