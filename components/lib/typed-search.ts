import { debounce } from "nuqs";

/** Typing reaches the address when the person pauses, so that not every letter asks the server. */
export const whileTyping = { limitUrlUpdates: debounce(250) };

/**
 * Whether the address still lacks what was typed. Leaving the field then has to write it at once: a write that comes
 * later would call off the page the person has meanwhile gone to.
 */
export function isAddressBehind(search: string): boolean {
  return (new URLSearchParams(window.location.search).get("search") ?? "") !== search;
}
