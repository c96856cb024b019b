import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask, query } from '../../../api/ask.ts';
import { queryClient } from '../../../api/query.client.ts';
import {
  ClientAccessesDocument,
  EndAccessDocument,
  type AccessPartsFragment,
} from '../../../generated/partner/graphql.ts';
import { useFormat } from '../../../shared/format.ts';
import { Loading } from '../../../shared/data/loading.tsx';
import { Problem } from '../../../shared/problem.tsx';
import { ToneBadge } from '../../../shared/data/tone.badge.tsx';
import { useViewer } from '../../../session/session.store.ts';
import { mayChangeClients } from '../../rights.ts';
import { isOpen } from './open.accesses.ts';

/** Access history. Open accesses can be ended. */
export function AccessList({ clientId }: { clientId: string }) {
  const { t } = useTranslation('portal');
  const { data, error, isPending, isFetching, refetch } = useQuery(query(ClientAccessesDocument, { id: clientId }));
  if (isPending) return <Loading />;
  if (!data) return <Problem error={error} retry={refetch} isRetrying={isFetching} />;
  const accesses = data.clientAccessSessions.items;
  if (accesses.length === 0) return <Text c="dimmed">{t('access.none')}</Text>;
  return (
    <Stack gap="md">
      {accesses.map((access) => (
        <Access key={access.id} access={access} />
      ))}
    </Stack>
  );
}

function Access({ access }: { access: AccessPartsFragment }) {
  const { t } = useTranslation('portal');
  const { dateTime } = useFormat();
  const { mutate, isPending, error } = useEndAccess();
  const mayEnd = mayChangeClients(useViewer());
  return (
    <Group justify="space-between" wrap="nowrap" align="flex-start">
      <div>
        <Text fw={500} style={{ overflowWrap: 'anywhere' }}>
          {access.reason}
        </Text>
        <Text size="sm" c="dimmed">
          {access.userEmail}, {dateTime(access.createdAt)}
        </Text>
        <Problem error={error} />
      </div>
      {!isOpen(access) ? (
        <ToneBadge color="gray">{access.revokedAt ? t('access.ended') : t('access.expired')}</ToneBadge>
      ) : (
        mayEnd && (
          <Button size="xs" variant="default" loading={isPending} onClick={() => mutate(access.id)}>
            {t('access.end')}
          </Button>
        )
      )}
    </Group>
  );
}

export const useEndAccess = () =>
  useMutation({
    mutationFn: (sessionId: string) => ask(EndAccessDocument, { sessionId }),
    onSettled: () => queryClient.invalidateQueries(),
  });
