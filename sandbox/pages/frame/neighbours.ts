/** The addresses of both stand-ins, for browsers; each page links to the other. Empty until they listen. */
export interface Neighbours {
  freshbooks: string;
  pipedrive: string;
}

/** For a stand-in that runs alone. */
export const NO_NEIGHBOURS: Neighbours = { freshbooks: "", pipedrive: "" };
