// What may not be written where, as selectors for ESLint's `no-restricted-syntax`. That rule takes one list per file, so
// eslint.config.mjs joins the lists that hold in each room. Every spelling is tried in restrictions.test.ts.

const GLOBAL_OBJECT = "/^(globalThis|global|window|self)$/";

/** @param {string} message @param {string[]} selectors */
function forbid(message, selectors) {
  return selectors.map((selector) => ({ selector, message }));
}

/**
 * Every way to take a global by another door: as a property of the global object, or by destructuring it.
 * @param {string} name
 */
function throughGlobalObject(name) {
  return [
    `MemberExpression[object.name=${GLOBAL_OBJECT}][property.name='${name}']`,
    `MemberExpression[object.name=${GLOBAL_OBJECT}][property.value='${name}']`,
    `VariableDeclarator[init.name=${GLOBAL_OBJECT}] > ObjectPattern Property[key.name='${name}']`,
  ];
}

/** The environment is read, once and parsed, in one file per room. */
export const environment = forbid(
  "Read the environment through server/lib/env.ts (in scripts: scripts/lib/environment.ts).",
  [
    "MemberExpression[object.name='process'][property.name='env']",
    "MemberExpression[object.name='process'][computed=true]",
    "VariableDeclarator[init.name='process']",
    "AssignmentExpression[right.name='process']",
    "CallExpression > .arguments[name='process']",
    "SpreadElement[argument.name='process']",
    "MemberExpression[object.type='MetaProperty'][property.name='env']",
    "ImportDeclaration[source.value=/^(node:)?process$/]",
    "ImportExpression[source.value=/^(node:)?process$/]",
    ...throughGlobalObject("process"),
  ],
);

/** Time comes from a clock that is handed in. */
export const time = forbid("Take the time from the clock that is handed in (server/lib/clock.ts).", [
  "NewExpression[callee.name='Date'][arguments.length=0]",
  "NewExpression[callee.name='Date'] > SpreadElement",
  "CallExpression[callee.name='Date']",
  "MemberExpression[object.name='Date'][property.name='now']",
  "MemberExpression[object.name='Date'][computed=true]",
  "VariableDeclarator[init.name='Date']",
  "CallExpression > .arguments[name='Date']",
  "ImportSpecifier[imported.name=/^(isPast|isFuture|isToday|isTomorrow|isYesterday|isThis[A-Z]\\w+|(start|end)Of(Today|Tomorrow|Yesterday)|formatDistanceToNow(Strict)?|constructNow)$/]",
  ...throughGlobalObject("Date"),
]);

/** Vendors are spoken to through `send()` alone. */
export const network = forbid("Speak to the network through server/vendors/http.", [
  "CallExpression[callee.name='fetch']",
  "NewExpression[callee.name=/^(WebSocket|EventSource|XMLHttpRequest)$/]",
  "VariableDeclarator[init.name='fetch']",
  "AssignmentPattern[right.name='fetch']",
  "Property[value.name='fetch'][key.name!='fetch']",
  "CallExpression > .arguments[name='fetch']",
  "ImportDeclaration[source.value=/^(node:)?(http|https|http2|net|tls)$/][importKind!='type']",
  "ImportDeclaration[source.value=/^(undici|axios|got|ky|node-fetch|superagent)$/]",
  "ImportExpression[source.value=/^((node:)?(http|https|http2|net|tls)|undici|axios|got|ky|node-fetch|superagent)$/]",
  "MemberExpression[object.name=/^(globalThis|global|window|self)$/][property.name='fetch']",
  ...throughGlobalObject("fetch").slice(1),
]);

/** Nothing is printed past the log. */
export const output = forbid("Write to the log (server/lib/log.ts), not to the terminal.", [
  "MemberExpression[object.name='process'][property.name=/^(stdout|stderr)$/]",
  "ImportDeclaration[source.value=/^(node:)?console$/]",
  "VariableDeclarator[init.name='console']",
  ...throughGlobalObject("console"),
]);

/** The pure heart knows neither chance nor timers. */
export const chance = forbid("server/domain is pure: hand in what is random or timed.", [
  "MemberExpression[object.name='Math'][property.name='random']",
  "MemberExpression[object.name='Math'][computed=true]",
  "VariableDeclarator[init.name='Math']",
  "MemberExpression[object.name=/^(crypto|performance)$/]",
  "CallExpression[callee.name=/^(setTimeout|setInterval|setImmediate|queueMicrotask|performance)$/]",
  ...throughGlobalObject("crypto"),
  ...throughGlobalObject("Math"),
]);

/** Holds everywhere. */
export const everywhere = [
  ...forbid("Say it to the compiler with a check, not with an exclamation mark.", [
    "PropertyDefinition[definite=true]",
    "VariableDeclarator[definite=true]",
  ]),
  ...forbid("No barrels: import from the file that has it.", [
    "ExportAllDeclaration",
    "ExportNamedDeclaration[source]",
  ]),
  ...forbid("A step inside a step is never remembered: give each its own.", [
    "CallExpression[callee.object.name='step'][callee.property.name='run'] CallExpression[callee.object.name='step']",
  ]),
];
