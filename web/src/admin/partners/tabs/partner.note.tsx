import { Group, Text } from '@mantine/core';
import type { PartnerDetailsQuery } from '../../../generated/admin/graphql.ts';
import { Mark } from '../../../shared/marks/mark.tsx';
import { RelativeTime } from '../../../shared/time/relative.time.tsx';

type Note = PartnerDetailsQuery['partnerNotes']['items'][number];

/** An internal note with its author and age. */
export const PartnerNote = ({ note: { authorName, note, createdAt } }: { note: Note }) => (
  <>
    <Group gap="xs" mb={4}>
      <Mark name={authorName} kind="person" />
      <Text size="sm" fw={500}>
        {authorName}
      </Text>
      <Text size="xs" c="dimmed" ml="auto">
        <RelativeTime at={createdAt} form="ago" />
      </Text>
    </Group>
    <Text size="sm" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
      {note}
    </Text>
  </>
);
