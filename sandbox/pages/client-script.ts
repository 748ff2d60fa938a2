/**
 * The script of both pages: posts forms and buttons marked with `data-call` to the control API, then draws anew; and
 * draws anew by itself every two seconds while nobody is typing.
 */
export const CLIENT_SCRIPT = `
const said = document.querySelector("#said");
const live = () => document.querySelector("#live");
async function draw() {
  const answer = await fetch(location.href, { headers: { accept: "text/html" } });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.querySelector("#live");
  if (!fresh || fresh.innerHTML === live().innerHTML) return;
  const typed = [...live().querySelectorAll("input")].map((input) => [input.id, input.value]);
  const focused = document.activeElement?.id;
  live().replaceWith(document.adoptNode(fresh));
  for (const [id, value] of typed) { const input = document.getElementById(id); if (id && input) input.value = value; }
  if (focused) document.getElementById(focused)?.focus();
  const options = page.querySelector("#clients"), kept = document.querySelector("#clients");
  if (options && kept && options.innerHTML !== kept.innerHTML) {
    const chosen = kept.value; kept.innerHTML = options.innerHTML;
    if ([...kept.options].some((option) => option.value === chosen)) kept.value = chosen;
  }
}
async function call(source, fields) {
  const answer = await fetch(source.dataset.call, {
    method: source.dataset.method || "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(fields) });
  const text = await answer.text();
  said.className = answer.ok ? "said" : "said bad";
  said.textContent = answer.ok ? source.dataset.said || "Done." : "Refused (" + answer.status + "): " + text.slice(0, 300);
  await draw();
  return answer.ok;
}
document.addEventListener("submit", async (event) => {
  const form = event.target.closest("form[data-call]");
  if (!form) return;
  event.preventDefault();
  const pairs = [...new FormData(form)].filter(([, value]) => value !== "");
  const fields = Object.fromEntries(pairs.map(([key, value]) => [key, form.elements[key]?.dataset?.number === "" ? Number(value) : value]));
  if (await call(form, fields)) form.reset();
});
document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-call]");
  if (button) void call(button, {});
});
setInterval(() => { void draw().catch(() => undefined); }, 2000);
`;
