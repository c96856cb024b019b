import { useSession } from '../../session/session.store.ts';

const UTC = 'UTC';

/** The browser's time zone, or UTC if it has none that it knows. */
export const browsersZone = (): string => (found ??= zoneOf(new Intl.DateTimeFormat().resolvedOptions()));

let found: string | undefined;

const zoneOf = ({ timeZone }: { timeZone?: string }): string =>
  timeZone && timeZone !== 'Etc/Unknown' && isKnown(timeZone) ? timeZone : UTC;

/** Browsers differ in age, so one may lack the zone that was chosen in another. */
function isKnown(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).format() !== '';
  } catch {
    return false;
  }
}

/** The time zone of all times and days on the pages: the user's setting, else the browser's. */
export function useTimeZone(): string {
  const session = useSession();
  const chosen = 'viewer' in session ? session.viewer.timeZone : undefined;
  return chosen && isKnown(chosen) ? chosen : browsersZone();
}
