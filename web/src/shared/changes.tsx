import { Text } from '@mantine/core';

interface Change {
  from: unknown;
  to: unknown;
}

const shown = (value: unknown): string =>
  value === null || value === undefined || value === ''
    ? '–'
    : typeof value === 'string'
      ? value
      : JSON.stringify(value);

/** Of use to programs only: the address of the user says it in words. */
const HIDDEN = new Set(['userId']);

/** What an audit event says has changed: `field: before → after`. */
export function Changes({ json }: { json: string | null | undefined }) {
  if (!json) return null;
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
