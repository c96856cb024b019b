import { currentTime } from '../core/database/database.clock.ts';
import type { ProvisioningProblem } from './provisioning.enums.ts';

/** A request to the product. Has a number, so that only its own worker stores the answer. */
export interface Attempt {
  resellerId: string;
  clientId: string;
  version: number;
  tries: number;
}

export interface Trouble {
  problem: ProvisioningProblem;
  /** For admins. Without secrets, at most 500 characters. */
  detail: string | null;
  /** Seconds that the product asked for. */
  pause?: number;
}

/** Seconds. */
export const NO_PAUSE = 0;
const SHORTEST_PAUSE = 5;
const LONGEST_PAUSE = 60 * 60;
const DAY = 24 * 60 * 60;

const secondsSince = (time: Date | null | undefined): number =>
  time ? (currentTime().getTime() - time.getTime()) / 1_000 : 0;

/** Whether attempts have gone on for a day. */
export const isOver = (firstTryAt: Date | null | undefined): boolean => secondsSince(firstTryAt) >= DAY;

/** Seconds until the next attempt: doubles the time since the first one, with jitter, up to an hour. */
export function later(firstTryAt: Date | null | undefined, asked = 0): number {
  const usual = Math.min(Math.max(secondsSince(firstTryAt), SHORTEST_PAUSE), LONGEST_PAUSE);
  return Math.max(usual * (0.75 + Math.random() / 2), Math.min(asked, DAY));
}
