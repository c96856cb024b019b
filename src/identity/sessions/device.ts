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
 * The names of browser and operating system in a User-Agent header; null for what is not known. Other names are the sender's own
 * words, which shall not reach mails and pages.
 */
export function deviceOf(userAgent: string | null | undefined): Device {
  if (!userAgent) return { browser: null, operatingSystem: null };
  const { browser, os } = Bowser.parse(userAgent);
  return { browser: known(BROWSERS, browser.name), operatingSystem: known(SYSTEMS, os.name) };
}
