/** Gives the focus to what has just taken a form's place, so that keyboard and screen reader go on from there. */
export function focusOnArrival(element: HTMLElement | null): void {
  element?.focus();
}
