import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** Formats dates and numbers in the chosen language and the browser's time zone. */
export function useFormat() {
  const { language } = useTranslation().i18n;
  return useMemo(() => {
    const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
    const dateTime = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
    const clock = new Intl.DateTimeFormat(language, { timeStyle: 'short' });
    const time = new Intl.DateTimeFormat(language, { timeStyle: 'medium' });
    const number = new Intl.NumberFormat(language);
    const days = new Intl.NumberFormat(language, {
      style: 'unit',
      unit: 'day',
      unitDisplay: 'long',
      maximumFractionDigits: 1,
    });
    const percent = new Intl.NumberFormat(language, { style: 'percent' });
    return {
      date: (moment: string | Date) => date.format(new Date(moment)),
      dateTime: (moment: string | Date) => dateTime.format(new Date(moment)),
      /** To the minute. */
      clock: (moment: string | Date) => clock.format(new Date(moment)),
      /** To the second. */
      time: (moment: string | Date) => time.format(new Date(moment)),
      number: (count: number) => number.format(count),
      /** `1 day`, `6.8 days`, `6,8 Tage`. */
      days: (count: number) => days.format(count),
      /** `share` is from 0 to 1. */
      percent: (share: number) => percent.format(share),
    };
  }, [language]);
}
