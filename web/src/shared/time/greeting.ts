import { useTranslation } from 'react-i18next';
import { useNow } from './now.ts';
import { useTimeZone } from './time.zone.ts';

/** `Good morning, Ada`, by the hour in the user's time zone. */
export function useGreeting(name: string): string {
  const { t } = useTranslation('home');
  const hour = Number(
    new Intl.DateTimeFormat('en', { hour: 'numeric', hourCycle: 'h23', timeZone: useTimeZone() }).format(useNow()),
  );
  const time = hour < 5 || hour >= 18 ? 'evening' : hour < 12 ? 'morning' : 'afternoon';
  const [first = name] = name.split(' ');
  return t(`greeting.${time}`, { name, first });
}
