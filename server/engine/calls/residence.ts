import { setTimeout as pause } from "node:timers/promises";
import type { Logger } from "@/server/lib/log";
import type { Database } from "../store/database";
import { joinProcesses } from "../store/membership";
import type { Membership } from "../store/membership";
import { beat, leaveProcesses } from "../store/processes";

type Options = {
  url: string;
  log: Logger;
  database: Database;
  beatMs: number;
  /** Another process has told of work, or left some. */
  onWork: () => void;
  /** What this process held belongs to others now. */
  onLost: () => void;
};

const longestPauseMs = 5_000;

/** Keeps this process registered among those that share the database, and takes over from those that die. */
export class Residence {
  private membership: Membership | undefined;
  private timer: NodeJS.Timeout | undefined;
  private isOver = false;
  private renewing: Promise<void> | undefined;

  constructor(private readonly options: Options) {}

  /** The id under which this process holds jobs; empty before it has entered. */
  get processId(): string {
    return this.membership?.processId ?? "0";
  }

  isAlive(): boolean {
    return this.membership?.isAlive() === true;
  }

  async enter(): Promise<void> {
    const { url, log, onWork } = this.options;
    this.membership = await joinProcesses({
      url,
      log,
      onWake: onWork,
      onLost: () => {
        this.renew();
      },
    });
    await this.beatOnce();
    this.scheduleBeat();
  }

  /** Registers anew, as often as it takes: the connection broke, or others have given this process up. */
  renew(): void {
    if (this.isOver || this.renewing) return;
    this.renewing = this.enterAgain().finally(() => {
      this.renewing = undefined;
    });
  }

  async leave(): Promise<void> {
    this.isOver = true;
    clearTimeout(this.timer);
    await this.renewing;
    if (!this.membership) return;
    try {
      await leaveProcesses(this.options.database, this.membership.processId);
    } catch (error) {
      this.options.log.warn(
        { err: error },
        "the engine could not hand back its work; others take it when it is gone",
      );
    }
    await this.membership.leave();
  }

  private async enterAgain(): Promise<void> {
    clearTimeout(this.timer);
    this.options.onLost();
    for (let attempt = 0; !this.isOver; attempt += 1) {
      try {
        await this.membership?.leave();
        await this.enter();
        // The new connection may have broken meanwhile.
        if (!this.isAlive()) continue;
        this.options.log.info({ processId: this.processId }, "the engine is registered again");
        this.options.onWork();
        return;
      } catch (error) {
        this.options.log.error({ err: error }, "the engine cannot reach the database; it tries again");
        await pause(Math.min(200 * 2 ** attempt, longestPauseMs));
      }
    }
  }

  private scheduleBeat(): void {
    clearTimeout(this.timer);
    if (this.isOver) return;
    this.timer = setTimeout(() => {
      this.beatOnce()
        .catch((error: unknown) => {
          this.options.log.warn({ err: error }, "the engine could not show itself alive; it tries again");
        })
        .finally(() => {
          if (!this.renewing) this.scheduleBeat();
        });
    }, this.options.beatMs);
  }

  private async beatOnce(): Promise<void> {
    const { database, log, onWork } = this.options;
    const { known, freed } = await beat(database, this.processId);
    if (freed > 0) {
      log.warn({ jobs: freed }, "a process of the engine is gone; its work is taken over");
      onWork();
    }
    if (!known || !this.isAlive()) this.renew();
  }
}
