const units = [
  { name: "hour", seconds: 3600 },
  { name: "minute", seconds: 60 },
  { name: "second", seconds: 1 },
] as const;

/** A wait as it is said: "2 minutes 5 seconds", "1 hour 1 minute". The two largest units that are not nought. */
export function waitInWords(seconds: number): string {
  let rest = Math.max(1, Math.ceil(seconds));
  const words: string[] = [];
  for (const unit of units) {
    const count = Math.floor(rest / unit.seconds);
    rest -= count * unit.seconds;
    if (count > 0) words.push(`${count} ${unit.name}${count === 1 ? "" : "s"}`);
  }
  return words.slice(0, 2).join(" ");
}
