import { createServer, type Socket } from "node:net";

/** Where the users of a server hold on to it. */
export type Door = {
  /** The door's port on 127.0.0.1. */
  port: number;
  /** Resolves when the last user has let go, or none came in time. */
  empty: Promise<void>;
  /** Lets nobody in any more; those who wait for the end go on waiting. */
  shut: () => void;
  /** Tells those who wait that the server has ended. */
  dismiss: () => void;
};

/**
 * Opens a door: a user is whoever holds a connection. To let go it ends its half and waits for ours, which ends at once
 * while others stay, and only after the server's end if it was the last. A killed user's connection just closes.
 */
export async function openDoor(token: string, firstUserWithinMs: number): Promise<Door> {
  const sockets = new Set<Socket>();
  const users = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true });
  const empty = new Promise<void>((resolve) => {
    const lonely = setTimeout(resolve, firstUserWithinMs);
    server.on("connection", (socket) => {
      clearTimeout(lonely);
      sockets.add(socket);
      users.add(socket);
      const letGo = (): void => {
        if (!users.delete(socket)) return;
        if (users.size === 0) resolve();
        else socket.end();
      };
      socket.on("error", letGo);
      socket.on("end", letGo);
      socket.on("close", () => {
        letGo();
        sockets.delete(socket);
      });
      socket.resume();
      socket.write(`${token}\n`);
    });
  });
  const shut = (): void => {
    server.close();
  };
  const dismiss = (): void => {
    for (const socket of sockets) socket.end();
  };
  return { port: await listen(server), empty, shut, dismiss };
}

function listen(server: ReturnType<typeof createServer>): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      if (address !== null && typeof address === "object") resolve(address.port);
      else reject(new Error("The system gave no port number."));
    });
  });
}
