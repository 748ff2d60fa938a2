// Loaded into every child before its own code: when the process that started it is gone, even by kill -9, the pipe on
// file descriptor 3 closes, and the child ends as if it had been asked to. Fit for Node 18, dependency-free.
import { Socket } from "node:net";

const LEASH = 3;
const GRACE_MS = 8_000;

/** To the whole group where this process leads one (then its own children are in it), else to itself alone. */
function signal(name) {
  try {
    process.kill(-process.pid, name);
  } catch {
    process.kill(process.pid, name);
  }
}

function end() {
  signal("SIGTERM");
  setTimeout(() => signal("SIGKILL"), GRACE_MS).unref();
}

// Next hands its own Node arguments, this file among them, to its workers, whose descriptor 3 is something else.
if (process.ppid === Number(process.env.LEASH_HELD_BY)) {
  const pipe = new Socket({ fd: LEASH, readable: true, writable: false });
  pipe.on("error", end);
  pipe.on("end", end);
  pipe.resume();
  pipe.unref();
}
