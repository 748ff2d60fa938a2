import { Cron } from "croner";

/** A cron trigger that was understood. */
export type CronSchedule = {
  /** The expression as configured, time zone and all. */
  expression: string;
  /** First tick strictly after an instant, or null when there is none any more. */
  nextAfter(at: Date): Date | null;
  /** Last tick strictly before an instant, or null when there was none. */
  lastBefore(at: Date): Date | null;
};

const zonePrefix = /^TZ=(\S+)\s+/;

/**
 * Understands `0 6 * * *` with an optional prefix `TZ=Europe/Amsterdam `; UTC without it. Five fields, no seconds.
 * Throws croner's own error, which says what is wrong.
 */
export function parseCron(expression: string): CronSchedule {
  const zone = zonePrefix.exec(expression);
  const pattern = expression.replace(zonePrefix, "");
  const cron = new Cron(pattern, { timezone: zone?.[1] ?? "UTC", mode: "5-part", paused: true });
  cron.nextRun(new Date(0));
  return {
    expression,
    nextAfter: (at) => cron.nextRun(at),
    lastBefore: (at) => cron.previousRuns(1, at)[0] ?? null,
  };
}

/** The ticks of a schedule that was due at `dueAt`, seen at `now`: the one to run, and the one to wait for. */
export type Ticks = { run: Date; next: Date | null };

/**
 * After a stop only the last missed tick is run, late; the ones before it are skipped. The real server works off each
 * of them (protocol facts §8), which would start a sync of everything once per missed tick.
 */
export function catchUp(schedule: CronSchedule, dueAt: Date, now: Date): Ticks {
  const justAfterNow = new Date(now.getTime() + 1);
  const last = schedule.lastBefore(justAfterNow);
  return { run: last && last > dueAt ? last : dueAt, next: schedule.nextAfter(now) };
}
