import { NativeSelect, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask.ts';
import { queryClient } from '../../api/query.client.ts';
import { AssignDocument, type ApplicationPartsFragment } from '../../generated/admin/graphql.ts';
import { useViewer } from '../../session/session.store.ts';
import { useChange } from '../../shared/forms/change.ts';
import { Anyway, Conflict } from '../../shared/forms/conflict.tsx';
import { Problem } from '../../shared/problem.tsx';
import { reviews } from '../rights.ts';
import { useAdmins } from '../team/use.admins.ts';
import { useApplicationWords } from './application.words.ts';

/** Assignee. A choice shows immediately and reverts if the API refuses it. */
export function Assignee({ application: { id, version, assignee } }: { application: ApplicationPartsFragment }) {
  const { t } = useTranslation(['admin', 'common']);
  const viewer = useViewer();
  const { admins, ...list } = useAdmins();
  const words = useApplicationWords();
  const { missed, send, reset } = useChange({ id, version });
  const {
    mutate,
    isPending,
    variables,
    error,
    reset: clear,
  } = useMutation({
    mutationFn: (assigneeId: string | null) =>
      send((expectedVersion) => ask(AssignDocument, { id, assigneeId, expectedVersion })),
    onSettled: () => queryClient.invalidateQueries(),
  });
  const forget = () => {
    reset();
    clear();
  };
  const reviewers = admins.filter(({ roles }) => reviews(roles));
  const isListed = !assignee || reviewers.some((admin) => admin.id === assignee.id);
  const nameOf = (assigneeId: string | null | undefined) =>
    admins.find((admin) => admin.id === assigneeId)?.name ?? t('assignee.nobody');
  return (
    <Stack gap="sm">
      <NativeSelect
        label={t('assignee.label')}
        value={(isPending ? variables : assignee?.id) ?? ''}
        disabled={isPending}
        onChange={({ currentTarget }) => mutate(currentTarget.value || null)}
        data={[
          { value: '', label: t('assignee.nobody') },
          ...reviewers.map((admin) => ({
            value: admin.id,
            label: admin.id === viewer.id ? t('assignee.me', { name: admin.name }) : admin.name,
          })),
          ...(isListed ? [] : [{ value: assignee.id, label: assignee.name, disabled: true }]),
        ]}
      />
      {missed ? (
        <Conflict missed={missed} kind="application" words={words} action={undefined}>
          <Text size="sm">{t('common:conflict.wanted', { what: nameOf(variables) })}</Text>
          <Anyway isPending={isPending} onChange={() => mutate(variables ?? null)} onKeep={forget} />
        </Conflict>
      ) : (
        <Problem error={error} />
      )}
      <Problem error={list.error} retry={list.refetch} isRetrying={list.isFetching} />
    </Stack>
  );
}
