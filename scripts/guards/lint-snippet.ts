import path from "node:path";

import { ESLint } from "eslint";

import { ROOT } from "@/scripts/lib/paths";

const eslint = new ESLint({ cwd: ROOT });

/**
 * What the repository's own lint says of `code` if it stood in `file`: one text "rule: message" per error. The file
 * must exist, since typed rules ask TypeScript about it; its content is not read.
 */
export async function lintSnippet(file: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: path.join(ROOT, file) });
  return (result?.messages ?? []).map(({ ruleId, message }) => `${ruleId ?? "parser"}: ${message}`);
}
