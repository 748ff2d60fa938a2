import { connect, type Socket } from "node:net";

import type { RunningServer } from "./keeper-protocol";

const ANSWER_WITHIN_MS = 5_000;

/** A grip on a running server: it runs at least until `release`, or the end of this process. */
export type Hold = {
  /** Lets go, and waits for the server's end if nobody else holds it. */
  release: () => Promise<void>;
  /** Calls back if the server ends while it is held. */
  onLost: (listener: () => void) => void;
};

/** Takes hold of the server through its keeper; undefined when that keeper is not there any more. */
export function takeHold(server: RunningServer): Promise<Hold | undefined> {
  return new Promise((resolve) => {
    const socket = connect(server.keeperPort, "127.0.0.1");
    let text = "";
    socket.setTimeout(ANSWER_WITHIN_MS, () => socket.destroy());
    socket.on("error", () => undefined);
    socket.on("close", () => {
      resolve(undefined);
    });
    socket.on("data", (chunk) => {
      text += chunk.toString("utf8");
      if (!text.includes("\n")) return;
      if (text.trim() !== server.token) {
        socket.destroy();
        return;
      }
      socket.setTimeout(0);
      resolve(makeHold(socket));
    });
  });
}

function makeHold(socket: Socket): Hold {
  let isReleased = false;
  const closed = new Promise<void>((resolve) => {
    socket.once("close", () => {
      resolve();
    });
  });
  socket.unref();
  return {
    release: async () => {
      isReleased = true;
      socket.ref();
      socket.end();
      await closed;
    },
    onLost: (listener) => {
      socket.once("close", () => {
        if (!isReleased) listener();
      });
    },
  };
}
