/** What inputs and selects share: 36 px high, 40 on touch, 16 px type on phones so that they do not zoom in. */
export const controlStyle =
  "h-9 w-full rounded-md border border-control-line bg-surface px-3 text-lead text-ink transition-colors duration-150 placeholder:text-ink-faint hover:border-ink-faint aria-invalid:border-failing disabled:opacity-60 sm:text-body pointer-coarse:min-h-10";
