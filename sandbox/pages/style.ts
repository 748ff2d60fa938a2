/** The one style sheet of the sandbox's pages: light and dark, from phone to desk. */
export const STYLE = `
:root { --ink: #16202c; --soft: #5a6675; --line: #d9dfe6; --ground: #f5f7f9; --card: #fff; --accent: #1f5fbf;
  --on-accent: #fff; --good: #1b7a43; --warn: #9a5b00; --bad: #b3261e; --info: #1f5fbf; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6ebf1; --soft: #9aa7b5; --line: #2c3641; --ground: #10161d;
  --card: #182029; --accent: #7fb0ff; --on-accent: #0b1420; --good: #6fd39a; --warn: #f0b357; --bad: #ff8a80; --info: #7fb0ff; } }
* { box-sizing: border-box; }
body { margin: 0; font: 14px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--ground); }
header { display: flex; gap: 8px; align-items: center; padding: 12px 16px; background: var(--card); border-bottom: 1px solid var(--line); font-size: 16px; }
main { padding: 16px; max-width: 1200px; margin: 0 auto; }
main.narrow { max-width: 560px; }
main.wide { max-width: none; }
h1 { font-size: 20px; margin: 16px 0 8px; } h2 { font-size: 16px; margin: 24px 0 8px; } em { font-style: normal; color: var(--accent); }
.hint { color: var(--soft); margin: 4px 0 12px; }
.badge { display: inline-block; padding: 0 8px; border: 1px solid currentColor; border-radius: 999px; font-size: 12px; white-space: nowrap; color: var(--soft); }
.badge.paid, .badge.won { color: var(--good); } .badge.overdue, .badge.lost { color: var(--bad); }
.badge.partial { color: var(--warn); } .badge.sent, .badge.viewed, .badge.open { color: var(--info); }
code { font: 12px/1.6 ui-monospace, monospace; overflow-wrap: anywhere; }
.scopes { padding-left: 20px; max-height: 260px; overflow: auto; }
form.card, .card { background: var(--card); border: 1px solid var(--line); border-radius: 6px; padding: 12px; }
.forms { display: grid; gap: 12px; grid-template-columns: repeat(auto-fit, minmax(min(100%, 300px), 1fr)); }
.field { display: block; margin-bottom: 8px; } .field span { display: block; font-size: 12px; color: var(--soft); }
input, select, button { font: inherit; color: inherit; min-height: 40px; padding: 4px 12px; border: 1px solid var(--line); border-radius: 6px; background: var(--card); }
input, select { width: 100%; }
button { cursor: pointer; } button.primary { background: var(--accent); color: var(--on-accent); border-color: var(--accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.row { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
.row input { width: 96px; }
form.card { display: grid; grid-template-columns: repeat(auto-fit, minmax(130px, 1fr)); gap: 0 12px; align-content: start; }
form.card h2, form.card > button { grid-column: 1 / -1; justify-self: start; margin: 0 0 8px; }
.nowrap { white-space: nowrap; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; background: var(--card); border: 1px solid var(--line); }
th, td { text-align: left; padding: 8px 12px; border-bottom: 1px solid var(--line); vertical-align: middle; }
th { font-size: 12px; color: var(--soft); font-weight: 600; }
.money { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; } .money small { color: var(--soft); }
.said { min-height: 24px; } .said.bad { color: var(--bad); }
.board { display: grid; grid-auto-flow: column; grid-auto-columns: minmax(190px, 1fr); gap: 12px; overflow-x: auto; padding-bottom: 12px; }
.stage { background: color-mix(in srgb, var(--line) 40%, transparent); border-radius: 6px; padding: 8px; min-height: 120px; }
.stage h3 { font-size: 13px; margin: 4px 4px 8px; display: flex; justify-content: space-between; gap: 8px; } .stage h3 small { color: var(--soft); font-weight: 400; }
.deal { margin-bottom: 8px; } .deal strong { display: block; overflow-wrap: anywhere; } .deal .row { gap: 4px 8px; } .deal button { margin-left: auto; padding: 4px 8px; } .deal p { margin: 2px 0; color: var(--soft); }
@media (max-width: 640px) { table, tbody { display: block; } thead { position: absolute; clip-path: inset(50%); }
  tr { display: grid; grid-template-columns: 1fr auto; border-bottom: 1px solid var(--line); padding: 8px 0; }
  td { border: 0; padding: 2px 12px; } td:last-child { grid-column: 1 / -1; padding-top: 8px; } }
@media (prefers-reduced-motion: no-preference) { .deal, tr { transition: opacity 150ms ease-out; } }
`;
