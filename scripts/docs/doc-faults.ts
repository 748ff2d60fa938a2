import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

const LONGEST = 300;
const LINK = /!?\[[^\]]*\]\(([^)\s]+)(?:\s+"[^"]*")?\)/g;

/** A link to a heading as GitHub makes it: lower case, punctuation gone, spaces as hyphens. */
function anchorOf(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
    .replaceAll(/\s/g, "-");
}

function anchorsOf(text: string): Set<string> {
  return new Set([...text.matchAll(/^#{1,6}\s+(.*)$/gm)].map((match) => anchorOf(match[1] ?? "")));
}

/** Code is not prose: what looks like a link in it is none. */
function withoutCode(text: string): string {
  return text.replaceAll(/^```[\s\S]*?^```/gm, "").replaceAll(/`[^`\n]*`/g, "");
}

function linkFault(file: string, target: string): string | undefined {
  if (/^[a-z]+:/i.test(target)) return undefined;
  const [name = "", anchor] = target.split("#");
  const to = name === "" ? file : path.resolve(path.dirname(file), decodeURIComponent(name));
  if (!existsSync(to)) return `${target} leads nowhere`;
  if (anchor === undefined || !to.endsWith(".md")) return undefined;
  return anchorsOf(readFileSync(to, "utf8")).has(anchor) ? undefined : `${target}: there is no such heading`;
}

/** What is wrong with a Markdown file: links and pictures that lead nowhere, and too great a length. */
export function docFaults(file: string): string[] {
  const text = readFileSync(file, "utf8");
  const lines = text.split("\n").length - 1;
  const faults = [...withoutCode(text).matchAll(LINK)].map((match) => linkFault(file, match[1] ?? ""));
  if (lines > LONGEST) faults.push(`${lines} lines: say it in ${LONGEST}, or in two files`);
  return faults.filter((fault) => fault !== undefined);
}
