import { Button, Code, Paper, Table, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKey } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, query } from '../../api/ask.ts';
import { queryClient } from '../../api/query.client.ts';
import { ApiKeysDocument, RevokeApiKeyDocument, type ApiKeysQuery } from '../../generated/partner/graphql.ts';
import { ConfirmDialog } from '../../shared/confirm.dialog.tsx';
import { EmptyState } from '../../shared/empty.state.tsx';
import { useFormat } from '../../shared/format.ts';
import { Loading } from '../../shared/loading.tsx';
import { PageHeader } from '../../shared/page.header.tsx';
import { Problem } from '../../shared/problem.tsx';
import { ExampleCall } from './example.call.tsx';
import { NewApiKeyDialog } from './new.api-key.dialog.tsx';

type ApiKey = ApiKeysQuery['apiKeys'][number];

export function ApiKeysPage() {
  const { t } = useTranslation('portal');
  const [isMaking, making] = useDisclosure();
  const { data, error, isPending, isFetching, refetch } = useQuery(query(ApiKeysDocument, {}));
  const make = (
    <Button onClick={making.open} leftSection={<IconKey size={16} aria-hidden />}>
      {t('keys.make')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('keys.title')} lead={t('keys.lead')} actions={make} />
      <Paper withBorder radius="lg" p={{ base: 'sm', sm: 'lg' }} mb="lg">
        {isPending && <Loading />}
        <Problem error={error} retry={refetch} isRetrying={isFetching} />
        {data && data.apiKeys.length === 0 && <EmptyState title={t('keys.empty')}>{make}</EmptyState>}
        {data && data.apiKeys.length > 0 && <KeyTable keys={data.apiKeys} />}
      </Paper>
      <Paper withBorder radius="lg" p={{ base: 'sm', sm: 'lg' }}>
        <Title order={2} size="h4" mb="xs">
          {t('keys.example')}
        </Title>
        <ExampleCall secret="rgk_…" />
      </Paper>
      <NewApiKeyDialog opened={isMaking} onClose={making.close} />
    </>
  );
}

function KeyTable({ keys }: { keys: ApiKey[] }) {
  const { t } = useTranslation('portal');
  const { date, dateTime } = useFormat();
  const [chosen, setChosen] = useState<ApiKey>();
  const [isConfirming, confirming] = useDisclosure();
  const revoke = (key: ApiKey) => {
    setChosen(key);
    confirming.open();
  };
  return (
    <Table.ScrollContainer minWidth={560}>
      <Table verticalSpacing="sm" aria-label={t('keys.title')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('keys.name')}</Table.Th>
            <Table.Th>{t('keys.prefix')}</Table.Th>
            <Table.Th>{t('keys.lastUsed')}</Table.Th>
            <Table.Th>{t('keys.expires')}</Table.Th>
            <Table.Th>{t('members.actions')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {keys.map((key) => (
            <Table.Tr key={key.id}>
              <Table.Td fw={500}>{key.name}</Table.Td>
              <Table.Td>
                <Code>{key.prefix}…</Code>
              </Table.Td>
              <Table.Td>{key.lastUsedAt ? dateTime(key.lastUsedAt) : t('keys.never')}</Table.Td>
              <Table.Td>{key.expiresAt ? date(key.expiresAt) : t('keys.never')}</Table.Td>
              <Table.Td>
                <Button size="compact-sm" variant="subtle" color="red" onClick={() => revoke(key)}>
                  {t('keys.revoke')}
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <ConfirmDialog
        opened={isConfirming}
        onClose={confirming.close}
        title={t('keys.revoke')}
        action={t('keys.revoke')}
        isDangerous
        act={async () => {
          if (chosen) await ask(RevokeApiKeyDocument, { id: chosen.id });
          await queryClient.invalidateQueries();
        }}
      >
        <Text>{t('keys.revokeMeans', { name: chosen?.name ?? '' })}</Text>
      </ConfirmDialog>
    </Table.ScrollContainer>
  );
}
