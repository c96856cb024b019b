import Bowser from 'bowser';

export interface Device {
  browser: string | null;
  operatingSystem: string | null;
}

/** The names of browser and operating system in a User-Agent header; null for what it does not tell. */
export function deviceOf(userAgent: string | null | undefined): Device {
  if (!userAgent) return { browser: null, operatingSystem: null };
  const { browser, os } = Bowser.parse(userAgent);
  return { browser: browser.name ?? null, operatingSystem: os.name ?? null };
}
