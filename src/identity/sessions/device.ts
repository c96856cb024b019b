import Bowser from 'bowser';

export interface Device {
  browser: string | null;
  operatingSystem: string | null;
}

const BROWSERS = new Set(Object.values(Bowser.BROWSER_MAP));
const SYSTEMS = new Set(Object.values(Bowser.OS_MAP));

const known = (names: ReadonlySet<string>, name: string | undefined): string | null =>
  name !== undefined && names.has(name) ? name : null;

/**
 * Returns the browser and operating system of a User-Agent header, or null if unknown. Returns only names from our
 * own list: other names are the sender's own text, and must not reach emails and pages.
 */
export function deviceOf(userAgent: string | null | undefined): Device {
  if (!userAgent) return { browser: null, operatingSystem: null };
  const { browser, os } = Bowser.parse(userAgent);
  return { browser: known(BROWSERS, browser.name), operatingSystem: known(SYSTEMS, os.name) };
}
