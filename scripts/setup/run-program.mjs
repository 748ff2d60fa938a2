// Runs a program to its end, out of sight, and keeps its last lines. Fit for Node 18, dependency-free.
import { spawn } from "node:child_process";

const KEPT_CHARACTERS = 20_000;
const ALIVE_EVERY_MS = 15_000;

/**
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv, onAlive?: (seconds: number) => void }} options
 *   `onAlive` is called every 15 s while it runs.
 * @returns {Promise<{ code: number, output: string }>} never rejects: a program that is not there ends with 127
 */
export function runProgram(program, args, { cwd, env, onAlive }) {
  return new Promise((resolve) => {
    const startedAt = Date.now();
    let output = "";
    const child = spawn(program, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    const stopChild = () => child.kill("SIGTERM");
    const timer = setInterval(() => onAlive?.(Math.round((Date.now() - startedAt) / 1000)), ALIVE_EVERY_MS);
    const end = (code, lastWords = "") => {
      clearInterval(timer);
      process.removeListener("exit", stopChild);
      resolve({ code, output: output + lastWords });
    };
    process.once("exit", stopChild);
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk) => {
        output = (output + String(chunk)).slice(-KEPT_CHARACTERS);
      });
    }
    child.once("error", (error) => end(127, error.message));
    child.once("close", (code) => end(code ?? 1));
  });
}

/** @param {string} text @param {number} count */
export function lastLines(text, count) {
  return text.trimEnd().split("\n").slice(-count).join("\n");
}
