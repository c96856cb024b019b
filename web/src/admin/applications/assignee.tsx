import { Button, NativeSelect, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask.ts';
import { queryClient } from '../../api/query.client.ts';
import { AssignDocument, type ApplicationPartsFragment } from '../../generated/admin/graphql.ts';
import { useViewer } from '../../session/session.store.ts';
import { useChange } from '../../shared/forms/change.ts';
import { Anyway, Conflict } from '../../shared/forms/conflict.tsx';
import { Kbd } from '../../shared/keys/kbd.tsx';
import { useKeys } from '../../shared/keys/keys.ts';
import { Problem } from '../../shared/problem.tsx';
import { showToast } from '../../shared/toasts.tsx';
import { reviews } from '../rights.ts';
import { useAdmins } from '../team/use.admins.ts';
import classes from './application.module.css';
import { useApplicationWords } from './application.words.ts';

/** Assignee. A choice shows immediately and reverts if the API refuses it. I takes it, S goes to the choice. */
export function Assignee({ application: { id, version, assignee } }: { application: ApplicationPartsFragment }) {
  const { t } = useTranslation(['admin', 'common']);
  const viewer = useViewer();
  const choice = useRef<HTMLSelectElement>(null);
  const { admins, ...list } = useAdmins();
  const words = useApplicationWords();
  const { missed, send, reset } = useChange({ id, version });
  const nameOf = (assigneeId: string | null | undefined) =>
    admins.find((admin) => admin.id === assigneeId)?.name ?? t('assignee.nobody');
  const {
    mutate,
    isPending,
    variables,
    error,
    reset: clear,
  } = useMutation({
    mutationFn: (assigneeId: string | null) =>
      send((expectedVersion) => ask(AssignDocument, { id, assigneeId, expectedVersion })),
    onSuccess: ({ assignPartnerApplication: { version: expectedVersion } }, assigneeId) =>
      showToast(assigneeId ? t('assignee.done', { name: nameOf(assigneeId) }) : t('assignee.removed'), {
        undo: async () => {
          await ask(AssignDocument, { id, assigneeId: assignee?.id ?? null, expectedVersion });
          await queryClient.invalidateQueries();
        },
      }),
    onSettled: () => queryClient.invalidateQueries(),
  });
  const forget = () => {
    reset();
    clear();
  };
  const reviewers = admins.filter(({ roles }) => reviews(roles));
  const isListed = !assignee || reviewers.some((admin) => admin.id === assignee.id);
  const isMine = assignee?.id === viewer.id;
  const take = () => (isMine ? undefined : mutate(viewer.id));
  useKeys([
    { keys: 'i', label: t('assignee.take'), run: take },
    { keys: 's', label: t('assignee.choose'), run: () => choice.current?.focus() },
  ]);
  return (
    <div className={classes['assignee']}>
      <NativeSelect
        ref={choice}
        size="xs"
        aria-label={t('assignee.label')}
        aria-keyshortcuts="s"
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
      {!isMine && (
        <Button size="xs" variant="default" onClick={take} rightSection={<Kbd keys="i" />} aria-keyshortcuts="i">
          {t('assignee.take')}
        </Button>
      )}
      {missed ? (
        <Conflict missed={missed} kind="application" words={words} action={undefined}>
          <Text size="sm">{t('common:conflict.wanted', { what: nameOf(variables) })}</Text>
          <Anyway isPending={isPending} onChange={() => mutate(variables ?? null)} onKeep={forget} />
        </Conflict>
      ) : (
        <Problem error={error} />
      )}
      <Problem error={list.error} retry={list.refetch} isRetrying={list.isFetching} />
    </div>
  );
}
