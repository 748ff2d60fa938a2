import { createClient, findClient, updateClient } from "./client-acts";
import type { ClientInput } from "./client-acts";
import { clientView } from "./client-view";
import type { AccountStage, View } from "./account-stage";

/** What the owner does with clients. */
export interface ClientVerbs {
  createClient(input: ClientInput): View;
  updateClient(id: number, input: ClientInput): View;
  deleteClient(id: number): View;
}

export function clientVerbs(stage: AccountStage): ClientVerbs {
  const writing = (id: number, input: ClientInput) => {
    const { world, actor } = stage();
    const client = findClient(world, actor, id);
    updateClient(world, actor, client, input);
    return clientView(client);
  };
  return {
    createClient: (input) => {
      const { world, actor } = stage();
      return clientView(createClient(world, actor, input));
    },
    updateClient: writing,
    deleteClient: (id) => writing(id, { vis_state: 1 }),
  };
}
