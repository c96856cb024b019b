import { Button, Paper, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../api/ask.ts';
import { ApiKeysDocument } from '../generated/keys/graphql.ts';
import { useViewer } from '../session/session.store.ts';
import { EmptyState } from '../shared/data/empty.state.tsx';
import { Loading } from '../shared/data/loading.tsx';
import { IconKey } from '../shared/icons.tsx';
import { PageHeader } from '../shared/layout/page.header.tsx';
import { Problem } from '../shared/problem.tsx';
import { ExampleCall } from './example.call.tsx';
import { KeyTable } from './key.table.tsx';
import { NewApiKeyDialog } from './new.api-key.dialog.tsx';

/** API keys of a partner account, or of all admins. */
export function ApiKeysPage() {
  const { t } = useTranslation('keys');
  const { role } = useViewer();
  const [isMaking, making] = useDisclosure();
  const { data, error, isPending, isFetching, refetch } = useQuery(query(ApiKeysDocument, {}));
  const make = (
    <Button onClick={making.open} leftSection={<IconKey size={16} aria-hidden />}>
      {t('make')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('title')} lead={t(`lead.${role}`)} actions={make} />
      <Paper withBorder radius="lg" p={{ base: 'sm', sm: 'lg' }} mb="lg">
        {isPending && <Loading />}
        <Problem error={error} retry={refetch} isRetrying={isFetching} />
        {data && data.apiKeys.length === 0 && <EmptyState title={t('empty')}>{make}</EmptyState>}
        {data && data.apiKeys.length > 0 && <KeyTable keys={data.apiKeys} />}
      </Paper>
      <Paper withBorder radius="lg" p={{ base: 'sm', sm: 'lg' }}>
        <Title order={2} size="h4" mb="xs">
          {t('example')}
        </Title>
        <ExampleCall secret="rgk_…" />
      </Paper>
      <NewApiKeyDialog opened={isMaking} onClose={making.close} />
    </>
  );
}
