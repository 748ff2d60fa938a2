import { systemActor } from "../lib/actor";

/** Who acts where a test does not care who it is. */
export const tester = systemActor("A test");
