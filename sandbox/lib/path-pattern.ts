/**
 * Whether `path` is `pattern`, in which `*` stands for any run of characters. Piece after piece is looked for from the
 * left, which takes time in proportion to the path; an expression with many stars may take forever.
 */
export function isPathLike(pattern: string, path: string): boolean {
  const [head = "", ...rest] = pattern.split("*");
  const tail = rest.pop();
  if (tail === undefined) return path === pattern;
  if (!path.startsWith(head) || !path.endsWith(tail) || path.length < head.length + tail.length) return false;
  const end = path.length - tail.length;
  let at = head.length;
  for (const piece of rest) {
    const found = path.indexOf(piece, at);
    if (found === -1 || found + piece.length > end) return false;
    at = found + piece.length;
  }
  return true;
}
