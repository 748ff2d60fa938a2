/** Elements under this attribute stay as they are while the page refreshes itself. */
const KEPT = "data-kept";
/** What the reader opened stays open, whatever the server says. */
const READERS_OWN = new Set(["open"]);

function keyOf(node: Node): string | undefined {
  if (!(node instanceof Element)) return undefined;
  return node.id === "" ? (node.getAttribute("data-key") ?? undefined) : node.id;
}

function isAlike(a: Node, b: Node): boolean {
  return a.nodeType === b.nodeType && a.nodeName === b.nodeName && keyOf(a) === keyOf(b);
}

function morphAttributes(from: Element, to: Element): void {
  for (const { name } of [...from.attributes]) {
    if (!to.hasAttribute(name) && !READERS_OWN.has(name)) from.removeAttribute(name);
  }
  for (const { name, value } of to.attributes) {
    if (!READERS_OWN.has(name) && from.getAttribute(name) !== value) from.setAttribute(name, value);
  }
}

function keysOf(parent: Element): Set<string> {
  return new Set([...parent.children].flatMap((child) => keyOf(child) ?? []));
}

function byKey(parent: Element): Map<string, Element> {
  return new Map(
    [...parent.children].flatMap((child) => {
      const key = keyOf(child);
      return key === undefined ? [] : [[key, child] as const];
    }),
  );
}

/** The node of `from` that stands for `wanted`: the one with its key, or the next one when it is alike. */
function counterpart(
  wanted: Node,
  known: ReadonlyMap<string, Element>,
  next: ChildNode | null,
): Node | undefined {
  const key = keyOf(wanted);
  if (key === undefined) return next !== null && isAlike(next, wanted) ? next : undefined;
  const found = known.get(key);
  return found !== undefined && isAlike(found, wanted) ? found : undefined;
}

function adopt(node: Node): Node {
  const adopted = document.importNode(node, true);
  if (adopted instanceof Element) adopted.classList.add("arrived");
  return adopted;
}

function morphChildren(from: Element, to: Element): void {
  const wantedKeys = keysOf(to);
  const known = byKey(from);
  let next = from.firstChild;
  const skipGone = () => {
    for (
      let key = next && keyOf(next);
      next !== null && key && !wantedKeys.has(key);
      key = next && keyOf(next)
    ) {
      const gone = next;
      next = next.nextSibling;
      gone.remove();
    }
  };
  for (const wanted of [...to.childNodes]) {
    skipGone();
    const match = counterpart(wanted, known, next);
    if (match === undefined) {
      from.insertBefore(adopt(wanted), next);
      continue;
    }
    if (match === next) next = next.nextSibling;
    else from.insertBefore(match, next);
    morph(match, wanted);
  }
  while (next !== null) {
    const gone = next;
    next = next.nextSibling;
    gone.remove();
  }
}

/**
 * Makes `from` look like `to` by touching only what differs: elements that stay keep their focus, their scroll position
 * and what was typed into them. Elements are matched by id or `data-key`, others by their place.
 */
export function morph(from: Node, to: Node): void {
  if (!(from instanceof Element) || !(to instanceof Element)) {
    if (from.nodeValue !== to.nodeValue) from.nodeValue = to.nodeValue;
    return;
  }
  if (from.isEqualNode(to) || from.hasAttribute(KEPT)) return;
  morphAttributes(from, to);
  morphChildren(from, to);
}
