import { Pagination, Stack, Table, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { query } from '../api/ask.ts';
import { ApiKeyUsesDocument } from '../generated/keys/graphql.ts';
import { Dialog } from '../shared/dialog.tsx';
import { EmptyState } from '../shared/data/empty.state.tsx';
import { useFormat } from '../shared/format.ts';
import { Loading } from '../shared/data/loading.tsx';
import { Problem } from '../shared/problem.tsx';
import type { ApiKey } from './scopes.ts';

interface UsesDialogProps {
  apiKey: ApiKey;
  opened: boolean;
  onClose: () => void;
}

/** Usage of a key, one row per day and network. */
export function UsesDialog({ apiKey, opened, onClose }: UsesDialogProps) {
  const { t } = useTranslation('keys');
  return (
    <Dialog opened={opened} onClose={onClose} title={t('usesOf', { name: apiKey.name })} size="lg">
      <Text size="sm" c="dimmed" mb="sm">
        {t('usesLead')}
      </Text>
      <Uses apiKeyId={apiKey.id} />
    </Dialog>
  );
}

function Uses({ apiKeyId }: { apiKeyId: string }) {
  const { t } = useTranslation(['keys', 'common']);
  const { dateTime, number } = useFormat();
  const [page, setPage] = useState(1);
  const { data, error, isPending, isFetching, refetch } = useQuery({
    ...query(ApiKeyUsesDocument, { apiKeyId, page }),
    placeholderData: keepPreviousData,
  });
  const uses = data?.apiKeyUses;
  if (isPending) return <Loading />;
  if (!uses) return <Problem error={error} retry={refetch} isRetrying={isFetching} />;
  if (uses.items.length === 0) return <EmptyState title={t('usesEmpty')} />;
  return (
    <Stack>
      <Problem error={error} retry={refetch} isRetrying={isFetching} />
      <Table.ScrollContainer minWidth={360}>
        <Table aria-label={t('usesLead')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('lastUsed')}</Table.Th>
              <Table.Th>{t('from')}</Table.Th>
              <Table.Th ta="right">{t('requests')}</Table.Th>
              <Table.Th ta="right">{t('refused')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {uses.items.map(({ id, lastAt, network, requests, refused }) => (
              <Table.Tr key={id}>
                <Table.Td>{dateTime(lastAt)}</Table.Td>
                <Table.Td>{network === 'others' ? t('others') : network}</Table.Td>
                <Table.Td ta="right">{number(requests)}</Table.Td>
                <Table.Td ta="right" {...(refused > 0 ? { c: 'red', fw: 500 } : {})}>
                  {number(refused)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {uses.pageInfo.totalPages > 1 && (
        <Pagination
          value={page}
          onChange={setPage}
          total={uses.pageInfo.totalPages}
          getControlProps={(control) => ({ 'aria-label': t(`common:table.${control}`) })}
        />
      )}
    </Stack>
  );
}
