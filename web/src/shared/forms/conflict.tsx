import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { unfolded, type Change } from '../../activity/changes.ts';
import { query } from '../../api/ask.ts';
import { ChangesSinceDocument, type ChangesSinceQuery } from '../../generated/public/graphql.ts';
import { useViewer } from '../../session/session.store.ts';
import type { Missed } from './change.ts';
import { CHANGING } from './changing.actions.ts';
import { useFormat } from '../format.ts';
import { IconUsers } from '../icons.tsx';
import { Problem } from '../problem.tsx';

/** Labels and formatters of fields. Others are not shown. */
export type ChangeWords = Record<string, { label: string; show?: (value: unknown) => string }>;

/** Number of changes shown, newest first. */
const MOST = 5;

type Kind = keyof typeof CHANGING;

interface ConflictProps {
  missed: Missed;
  /** Several if the version counts changes of several objects. */
  kind: Kind | readonly Kind[];
  words: ChangeWords;
  /** Label of the button that submits again; undefined if that is no longer possible. */
  action: string | undefined;
  children?: ReactNode;
}

/** Explains an edit conflict: who changed which fields, and how to continue. Entries are kept. */
export function Conflict({ missed, kind, words, action, children }: ConflictProps) {
  const { t } = useTranslation();
  return (
    <Alert color="amber" role="alert" title={t('conflict.title')} icon={<IconUsers aria-hidden />}>
      <Stack gap="sm">
        <MissedChanges missed={missed} kind={kind} words={words} />
        {children}
        {action !== undefined && <Text size="sm">{t('conflict.again', { action })}</Text>}
      </Stack>
    </Alert>
  );
}

interface AnywayProps {
  isPending: boolean;
  onChange: () => void;
  onKeep: () => void;
}

/** Buttons of a Conflict about a choice outside a form. */
export function Anyway({ isPending, onChange, onKeep }: AnywayProps) {
  const { t } = useTranslation();
  return (
    <Group gap="xs">
      <Button size="xs" variant="default" loading={isPending} onClick={onChange}>
        {t('conflict.anyway')}
      </Button>
      <Button size="xs" variant="default" disabled={isPending} onClick={onKeep}>
        {t('conflict.take')}
      </Button>
    </Group>
  );
}

/** Lists the changes, newest first. */
export function MissedChanges({ missed, kind, words }: Pick<ConflictProps, 'missed' | 'kind' | 'words'>) {
  const limit = Math.min(Math.max(missed.to - missed.from, 1), MOST);
  const types = [kind].flat().flatMap((each: Kind) => CHANGING[each]);
  const { data, error, isFetching, refetch } = useQuery(
    query(ChangesSinceDocument, { targetId: missed.id, types, limit }),
  );
  if (!data) return <Problem error={error} retry={refetch} isRetrying={isFetching} />;
  return data.auditEvents.items.map((event) => <MissedChange key={event.id} event={event} words={words} />);
}

interface MissedChangeProps {
  event: ChangesSinceQuery['auditEvents']['items'][number];
  words: ChangeWords;
}

function MissedChange({ event: { type, actorEmail, occurredAt, changes }, words }: MissedChangeProps) {
  const { t } = useTranslation();
  const { dateTime } = useFormat();
  const viewer = useViewer();
  const what = changedFields(changes).filter(([field]) => field in words);
  return (
    <div>
      <Text size="sm" fw={500}>
        {t(`action.${type}`, { defaultValue: type })}
      </Text>
      {what.map(([field, { from, to }]) => (
        <Text key={field} size="sm" style={{ overflowWrap: 'anywhere' }}>
          {words[field]?.label}: {shown(from, words[field]) ?? t('none')} → {shown(to, words[field]) ?? t('none')}
        </Text>
      ))}
      <Text size="xs" c="dimmed">
        {actorEmail === viewer.email ? t('conflict.you') : actorEmail}, {dateTime(occurredAt)}
      </Text>
    </div>
  );
}

function changedFields(json: string | null | undefined): [string, Change][] {
  const changes = Object.entries(unfolded(JSON.parse(json ?? '{}') as Record<string, Change>));
  // A withdrawal shows no status, because that would read as a decision.
  return changes.some(([field, { to }]) => field === 'withdrawnAt' && to !== null) ? [] : changes;
}

export const shown = (value: unknown, words: ChangeWords[string] | undefined): string | undefined => {
  if (value === null || value === undefined || value === '') return undefined;
  return words?.show?.(value) ?? (typeof value === 'string' ? value : JSON.stringify(value));
};
