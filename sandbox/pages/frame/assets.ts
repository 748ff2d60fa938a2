import { readFile } from "node:fs/promises";
import path from "node:path";

import { Hono } from "hono";

import type { NodeEnv } from "../../lib/fault-middleware";

const FOLDER = path.join(import.meta.dirname, "..");
const SCRIPTS = ["board", "forms", "live", "main", "morph", "refresh"];
/** Later sheets overrule earlier ones. */
const SHEETS = ["style", "parts", "board", "phone"];

// Loaded only when somebody opens a page: no client of the API needs a compiler.
async function asJavaScript(source: string): Promise<string> {
  const { default: typescript } = await import("typescript");
  const { ModuleKind, ScriptTarget } = typescript;
  const compilerOptions = {
    module: ModuleKind.ESNext,
    target: ScriptTarget.ES2023,
    verbatimModuleSyntax: true,
  };
  return typescript.transpileModule(source, { compilerOptions }).outputText;
}

async function readScript(name: string): Promise<string> {
  return asJavaScript(await readFile(path.join(FOLDER, "browser", `${name}.ts`), "utf8"));
}

async function readSheets(): Promise<string> {
  const sheets = SHEETS.map((name) => readFile(path.join(FOLDER, "frame", `${name}.css`), "utf8"));
  return (await Promise.all(sheets)).join("\n");
}

/** The style sheet and the scripts of the pages, under `/_page`. */
export function assetRoutes(): Hono<NodeEnv> {
  const routes = new Hono<NodeEnv>();
  const scripts = new Map<string, Promise<string>>();
  routes.get("/_page/style.css", async (c) =>
    c.body(await readSheets(), 200, { "content-type": "text/css; charset=utf-8" }),
  );
  routes.get("/_page/:name", async (c, next) => {
    const name = c.req.param("name");
    if (!SCRIPTS.includes(name)) return next();
    const script = scripts.get(name) ?? readScript(name);
    scripts.set(name, script);
    return c.body(await script, 200, { "content-type": "text/javascript; charset=utf-8" });
  });
  return routes;
}
