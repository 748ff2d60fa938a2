/** Parts the password from the other ways in. */
export function OrLine() {
  return (
    <p className="text-small text-ink-faint my-6 flex items-center gap-3">
      <span aria-hidden className="bg-line h-px flex-1" />
      or
      <span aria-hidden className="bg-line h-px flex-1" />
    </p>
  );
}
