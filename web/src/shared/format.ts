import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DateFormat } from '../generated/enums.ts';
import { useSession } from '../session/session.store.ts';
import { dayOf } from './time/days.ts';
import { useTimeZone } from './time/time.zone.ts';

/** English has two orders. German writes the day first. */
const LOCALES: Record<DateFormat, (language: string) => string> = {
  DAY_FIRST: (language) => (language === 'en' ? 'en-GB' : language),
  MONTH_FIRST: (language) => (language === 'en' ? 'en-US' : language),
  ISO: () => 'sv-SE', // Swedish dates are 2026-11-30
};

const DIGITS = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
const MINUTES = { hour: '2-digit', minute: '2-digit' } as const;

const yearOf = (moment: Date, timeZone: string) => dayOf(moment, timeZone).slice(0, 4);

/** Formats dates and numbers in the shown language and the user's time zone. Dates have the user's order. */
export function useFormat() {
  const { language } = useTranslation().i18n;
  const session = useSession();
  const order = ('viewer' in session && session.viewer.dateFormat) || undefined;
  const timeZone = useTimeZone();
  return useMemo(() => {
    const dates = order ? LOCALES[order](language) : language;
    const isIso = order === 'ISO';
    const date = new Intl.DateTimeFormat(dates, { ...(isIso ? DIGITS : { dateStyle: 'medium' }), timeZone });
    const dateTime = new Intl.DateTimeFormat(dates, {
      ...(isIso ? { ...DIGITS, ...MINUTES } : { dateStyle: 'medium', timeStyle: 'short' }),
      timeZone,
    });
    const clock = new Intl.DateTimeFormat(dates, { timeStyle: 'short', timeZone });
    const time = new Intl.DateTimeFormat(dates, { timeStyle: 'medium', timeZone });
    const number = new Intl.NumberFormat(language);
    const days = new Intl.NumberFormat(language, {
      style: 'unit',
      unit: 'day',
      unitDisplay: 'long',
      maximumFractionDigits: 1,
    });
    const exact = new Intl.DateTimeFormat(dates, {
      ...(isIso ? DIGITS : { day: 'numeric', month: 'short', year: 'numeric' }),
      hour: 'numeric',
      minute: '2-digit',
      timeZoneName: 'short',
      timeZone,
    });
    const day = isIso ? date : new Intl.DateTimeFormat(dates, { day: 'numeric', month: 'short', timeZone });
    const month = new Intl.DateTimeFormat(language, { month: 'short', year: 'numeric', timeZone });
    const sign = { signDisplay: 'exceptZero', maximumFractionDigits: 1 } as const;
    const signed = {
      number: new Intl.NumberFormat(language, sign),
      share: new Intl.NumberFormat(language, { ...sign, style: 'percent', maximumFractionDigits: 0 }),
      days: new Intl.NumberFormat(language, { ...sign, style: 'unit', unit: 'day', unitDisplay: 'long' }),
    };
    const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
    const weekday = new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long', timeZone });
    const percent = new Intl.NumberFormat(language, { style: 'percent' });
    return {
      date: (moment: string | Date) => date.format(new Date(moment)),
      dateTime: (moment: string | Date) => dateTime.format(new Date(moment)),
      /** To the minute, with the time zone. */
      exact: (moment: string | Date) => exact.format(new Date(moment)),
      /** Without the year if it is the current one. */
      dayOf: (moment: string | Date) => {
        const at = new Date(moment);
        return (yearOf(at, timeZone) === yearOf(new Date(), timeZone) ? day : date).format(at);
      },
      /** `Monday, November 30`. */
      weekday: (moment: string | Date) => weekday.format(new Date(moment)),
      month: (moment: string | Date) => month.format(new Date(moment)),
      /** With its sign: `+12%`, `−1.1 days`. */
      signed: (change: number, unit: keyof typeof signed) => signed[unit].format(change).replace('-', '−'),
      /** `5 hours ago`. */
      ago: (count: number, unit: Intl.RelativeTimeFormatUnit) => relative.format(-count, unit),
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
  }, [language, order, timeZone]);
}
