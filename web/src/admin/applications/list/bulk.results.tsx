import { Button, Group, List, Stack, Text, ThemeIcon } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../../api/api.error.ts';
import type { ChangeStatusesMutation } from '../../../generated/admin/graphql.ts';
import type { Versioned } from '../../../shared/forms/change.ts';
import { MissedChanges } from '../../../shared/forms/conflict.tsx';
import { IconCheck, IconX } from '../../../shared/icons.tsx';
import { useProblemText } from '../../../shared/problem.text.ts';
import { useApplicationWords } from '../application.words.ts';

export type BulkResult = ChangeStatusesMutation['updatePartnerApplicationStatuses'][number];

type Item = Versioned & { companyName: string };

interface BulkResultsProps {
  applications: Item[];
  results: BulkResult[];
  /** Gets the conflicting applications at their current versions. */
  onAgain: (items: Item[]) => void;
  onClose: () => void;
}

/** Result of each change: failures first, with the reason. */
export function BulkResults({ applications, results, onAgain, onClose }: BulkResultsProps) {
  const { t } = useTranslation(['admin', 'common']);
  const problemText = useProblemText();
  const refused = results.filter(({ error }) => error);
  const changed = results.filter(({ error }) => !error);
  const words = useApplicationWords();
  const itemOf = ({ id }: Pick<BulkResult, 'id'>) => applications.find((application) => application.id === id);
  const stale = refused.flatMap((result) => {
    const item = itemOf(result);
    const version = result.error?.version;
    return item && version != null ? [{ ...item, version }] : [];
  });
  const missed = stale.map(({ id, version }) => ({ id, from: itemOf({ id })?.version ?? version, to: version }));
  const nameOf = (id: string) => applications.find((application) => application.id === id)?.companyName ?? id;
  const outcomeOf = ({ error }: BulkResult) => {
    if (!error) return t('bulk.changed');
    const { code, message, reason } = error;
    return problemText(new ApiError({ message, extensions: { code, ...(reason ? { reason } : {}) } }));
  };
  return (
    <Stack>
      <Text role="status">{t('bulk.done', { done: changed.length, total: results.length })}</Text>
      <List spacing="xs" size="sm">
        {[...refused, ...changed].map((result) => (
          <List.Item
            key={result.id}
            icon={
              <ThemeIcon size={20} radius="xl" color={result.error ? 'red' : 'teal'} aria-hidden>
                {result.error ? <IconX size={14} /> : <IconCheck size={14} />}
              </ThemeIcon>
            }
          >
            <Text size="sm" fw={500}>
              {nameOf(result.id)}
            </Text>
            <Text size="sm" c="dimmed">
              {outcomeOf(result)}
            </Text>
            {missed
              .filter(({ id }) => id === result.id)
              .map((each) => (
                <MissedChanges key={each.id} missed={each} kind="application" words={words} />
              ))}
          </List.Item>
        ))}
      </List>
      <Group justify="flex-end">
        {stale.length > 0 && (
          <Button variant="default" onClick={() => onAgain(stale)}>
            {t('bulk.again', { count: stale.length })}
          </Button>
        )}
        <Button onClick={onClose} data-autofocus>
          {t('common:close')}
        </Button>
      </Group>
    </Stack>
  );
}
