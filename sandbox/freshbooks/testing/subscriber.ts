import type { Sandbox } from "../../start-sandbox";
import type { BooksApi } from "../../testing/books";
import { at, numberAt } from "../../testing/call";
import type { Answer } from "../../testing/call";
import { eventually } from "../../testing/eventually";
import type { Received, Receiver } from "../../testing/receiver";

type Delivery = ReturnType<Sandbox["freshbooks"]["control"]["state"]>["deliveries"][number];

/** An app that registers callbacks and waits for what comes. */
export interface Subscriber {
  posts(name: string): readonly Received[];
  arrived(name: string, count?: number): Promise<readonly Received[]>;
  /** Tries in the stand-in's own log. */
  logged(event: string, count: number): Promise<readonly Delivery[]>;
  register(event: string, path?: string): Promise<Answer>;
  create(event: string): Promise<number>;
  verify(id: number, verifier: string): Promise<Answer>;
  /** Registers and goes through the handshake. */
  subscribe(event: string): Promise<{ readonly id: number; readonly verifier: string }>;
  verifiedOf(id: number): Promise<unknown>;
}

/** An app at `receiver` with a grant on the books of one account. */
export function subscriber(sandbox: Sandbox, receiver: Receiver, books: BooksApi): Subscriber {
  const posts = (name: string) => receiver.received.filter((post) => post.form.get("name") === name);
  const register = async (event: string, path = "/hook") =>
    books.post(books.callbacks, { callback: { event, uri: `${receiver.url}${path}` } });
  const create = async (event: string) =>
    numberAt((await register(event)).body, "response.result.callback.callbackid");
  const verify = async (id: number, verifier: string) =>
    books.put(`${books.callbacks}/${id}`, { callback: { verifier } });
  const handshakeOf = (id: number) =>
    posts("callback.verify").findLast((post) => post.form.get("object_id") === String(id));
  return {
    posts,
    register,
    create,
    verify,
    arrived: async (name, count = 1) =>
      eventually(() => (posts(name).length >= count ? posts(name) : undefined), `${count} × ${name}`),
    logged: async (event, count) =>
      eventually(() => {
        const { deliveries } = sandbox.freshbooks.control.state();
        const entries = deliveries.filter((entry) => entry.event === event);
        return entries.length >= count ? entries : undefined;
      }, `${count} × ${event} in the log`),
    subscribe: async (event) => {
      const id = await create(event);
      const post = await eventually(() => handshakeOf(id), "the handshake");
      const verifier = post.form.get("verifier") ?? "";
      await verify(id, verifier);
      return { id, verifier };
    },
    verifiedOf: async (id) => {
      const { body } = await books.get(`${books.callbacks}/${id}`);
      return at(body, "response.result.callback.verified");
    },
  };
}
