import { post } from "./forms";

function cardOf(target: EventTarget | null): HTMLElement | undefined {
  return target instanceof Element ? (target.closest<HTMLElement>("[data-deal]") ?? undefined) : undefined;
}

function columnOf(target: EventTarget | null): HTMLElement | undefined {
  return target instanceof Element ? (target.closest<HTMLElement>("[data-stage]") ?? undefined) : undefined;
}

async function move(dealId: string, stageId: string): Promise<void> {
  const form = document.querySelector<HTMLFormElement>("#move");
  const field = form?.elements.namedItem("stage_id");
  if (!form || !(field instanceof HTMLInputElement)) return;
  form.action = `/deals/${dealId}/stage${location.search}`;
  field.value = stageId;
  await post(form, null);
  // The card stands elsewhere now, as another element: the keyboard goes on from there.
  document.querySelector<HTMLElement>(`[data-deal="${dealId}"] [data-move]`)?.focus();
}

function dragCards(): void {
  document.addEventListener("dragstart", (event) => {
    const card = cardOf(event.target);
    if (card === undefined) return;
    event.dataTransfer?.setData("text/x-deal", card.dataset["deal"] ?? "");
    card.classList.add("dragged");
  });
  document.addEventListener("dragend", (event) => {
    cardOf(event.target)?.classList.remove("dragged");
    for (const column of document.querySelectorAll(".over")) column.classList.remove("over");
  });
  document.addEventListener("dragover", (event) => {
    const column = columnOf(event.target);
    if (column === undefined || event.dataTransfer?.types.includes("text/x-deal") !== true) return;
    event.preventDefault();
    for (const other of document.querySelectorAll(".over"))
      if (other !== column) other.classList.remove("over");
    column.classList.add("over");
  });
  document.addEventListener("drop", (event) => {
    const column = columnOf(event.target);
    const dealId = event.dataTransfer?.getData("text/x-deal") ?? "";
    if (column === undefined || dealId === "") return;
    event.preventDefault();
    void move(dealId, column.dataset["stage"] ?? "");
  });
}

/** Opens the one menu of the board for a card: its stages as buttons, the card's own marked. */
function openMenu(card: HTMLElement): void {
  const menu = document.querySelector<HTMLDialogElement>("#move-menu");
  if (menu === null) return;
  menu.dataset["deal"] = card.dataset["deal"] ?? "";
  const title = menu.querySelector("h2");
  if (title !== null) title.textContent = `Move “${card.dataset["title"] ?? ""}” to`;
  const current = columnOf(card)?.dataset["stage"];
  for (const button of menu.querySelectorAll<HTMLButtonElement>("button[value]")) {
    button.disabled = button.value === current;
  }
  menu.showModal();
}

function moveByMenu(): void {
  document.addEventListener("click", (event) => {
    const opener = event.target instanceof Element ? event.target.closest("[data-move]") : null;
    const card = cardOf(opener);
    if (card !== undefined) openMenu(card);
  });
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.method !== "dialog") return;
    const menu = form.closest<HTMLDialogElement>("#move-menu");
    const stageId = event.submitter instanceof HTMLButtonElement ? event.submitter.value : "";
    if (menu !== null && stageId !== "") void move(menu.dataset["deal"] ?? "", stageId);
  });
}

/** Lets cards be moved between the columns: by dragging, and by a menu that needs no pointer. */
export function moveCards(): void {
  dragCards();
  moveByMenu();
}
