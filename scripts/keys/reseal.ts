import { reseal } from "../../server/startup/reseal";
import { say } from "../lib/say";

// A process of its own: the server's rooms load under the condition `react-server` alone.
process.exit((await reseal(say)) ? 0 : 1);
