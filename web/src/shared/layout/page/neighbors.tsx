import { Button, Group, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../copy.button.tsx';
import { useFormat } from '../../format.ts';
import { IconChevronDown, IconChevronUp } from '../../icons.tsx';
import { useKeys } from '../../keys/keys.ts';
import { IconLink } from '../links.tsx';

interface NeighborsProps {
  /** Undefined while it loads, null if the object does not exist. */
  neighbors:
    | {
        previous: { id: string } | null;
        next: { id: string } | null;
        position: number | null;
        totalItems: number;
      }
    | null
    | undefined;
  answer: { error: unknown; refetch: () => unknown };
}

/** Position of an object in its list, and the way to the previous and next one. The tab and the list stay. */
export function Neighbors({ neighbors, answer: { error, refetch } }: NeighborsProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const navigate = useNavigate();
  const { previous, next, position, totalItems } = neighbors ?? {};
  const open = (neighbor: { id: string } | null | undefined) => {
    if (neighbor) void navigate({ to: '.', params: (before) => ({ ...before, id: neighbor.id }), search: true });
  };
  useKeys([
    { keys: 'j', label: t('neighbors.next'), run: () => open(next) },
    { keys: 'k', label: t('neighbors.previous'), run: () => open(previous) },
  ]);
  return (
    <Group component="nav" aria-label={t('neighbors.title')} gap={2} wrap="nowrap">
      {position && (
        <Text size="xs" c="dimmed" mr={4} style={{ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}>
          {t('neighbors.position', { position: number(position), total: number(totalItems ?? 0) })}
        </Text>
      )}
      {Boolean(error) && (
        <Button size="xs" variant="subtle" onClick={() => void refetch()}>
          {t('tryAgain')}
        </Button>
      )}
      <Neighbor id={previous?.id} label={t('neighbors.previous')} letter="k">
        <IconChevronUp size={16} aria-hidden />
      </Neighbor>
      <Neighbor id={next?.id} label={t('neighbors.next')} letter="j">
        <IconChevronDown size={16} aria-hidden />
      </Neighbor>
      <CopyButton value={window.location.href} />
    </Group>
  );
}

interface NeighborProps {
  /** Undefined at either end of the list. */
  id: string | undefined;
  label: string;
  letter: string;
  children: ReactNode;
}

function Neighbor({ id, label, letter, children }: NeighborProps) {
  return (
    <IconLink
      to="."
      params={(before) => ({ ...before, id: id ?? '' })}
      search
      disabled={id === undefined}
      variant="subtle"
      color="gray"
      aria-label={label}
      aria-keyshortcuts={letter}
      title={`${label} (${letter.toUpperCase()})`}
    >
      {children}
    </IconLink>
  );
}
