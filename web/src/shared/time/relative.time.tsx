import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format.ts';
import { useNow } from './now.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Days. Older moments show their date in sentences. */
const MONTH = 30;

interface RelativeTimeProps {
  /** ISO time. */
  at: string;
  /** `age`: "5 h", for lists. `ago`: "5 hours ago", for sentences; a date after 30 days. */
  form?: 'age' | 'ago';
}

/** How long ago something was. The exact time and its zone show on hover, and screen readers get them. */
export function RelativeTime({ at, form = 'age' }: RelativeTimeProps) {
  const { exact } = useFormat();
  const textOf = useRelative();
  return (
    <time dateTime={at} title={exact(at)} style={{ whiteSpace: 'nowrap' }}>
      {textOf(at, form)}
      <VisuallyHidden>, {exact(at)}</VisuallyHidden>
    </time>
  );
}

function useRelative() {
  const { t } = useTranslation();
  const { ago, dayOf } = useFormat();
  const now = useNow();
  return (at: string, form: 'age' | 'ago'): string => {
    const passed = Math.max(0, now - Date.parse(at));
    const [unit, count] =
      passed < HOUR
        ? (['minute', Math.floor(passed / MINUTE)] as const)
        : passed < DAY
          ? (['hour', Math.floor(passed / HOUR)] as const)
          : (['day', Math.floor(passed / DAY)] as const);
    if (unit === 'minute' && count === 0) return t('time.now');
    if (form === 'age') return t(`time.${unit}`, { count });
    return unit === 'day' && count > MONTH ? dayOf(at) : ago(count, unit);
  };
}
