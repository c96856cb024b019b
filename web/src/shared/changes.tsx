import { Text } from '@mantine/core';
import { useFormat } from './format.ts';

interface Change {
  from: unknown;
  to: unknown;
}

/** A moment as the API writes it. */
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;

/** Of use to programs only: the address of the user says it in words. */
const HIDDEN = new Set(['userId']);

/** What an audit event says has changed: `field: before → after`. */
export function Changes({ json }: { json: string | null | undefined }) {
  const { dateTime, number } = useFormat();
  if (!json) return null;
  const shown = (value: unknown): string => {
    if (value === null || value === undefined || value === '') return '–';
    if (typeof value === 'number') return number(value);
    if (typeof value !== 'string') return JSON.stringify(value);
    return MOMENT.test(value) ? dateTime(value) : value;
  };
  const changes = Object.entries(JSON.parse(json) as Record<string, Change>).filter(([field]) => !HIDDEN.has(field));
  return changes.map(([field, { from, to }]) => (
    <Text key={field} size="sm" lineClamp={2} style={{ overflowWrap: 'anywhere' }}>
      <Text span size="sm" c="dimmed">
        {field}:{' '}
      </Text>
      {from === null ? shown(to) : `${shown(from)} → ${shown(to)}`}
    </Text>
  ));
}
