import { Grid, Group, Paper, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../api/ask.ts';
import { SubscriptionStatus } from '../generated/enums.ts';
import { ClientCountsDocument } from '../generated/partner/graphql.ts';
import { useViewer } from '../session/session.store.ts';
import { Facts } from '../shared/data/facts.tsx';
import { useFormat } from '../shared/format.ts';
import { ButtonLink, TextLink } from '../shared/layout/links.tsx';
import { PageHeader } from '../shared/layout/page.header.tsx';
import { Problem } from '../shared/problem.tsx';
import { SUBSCRIPTIONS } from './clients/subscription.badge.tsx';
import { maySeeClients } from './rights.ts';

export function StartPage() {
  const { t } = useTranslation(['portal', 'common']);
  const viewer = useViewer();
  const { name, partnerAccount: account } = viewer;
  return (
    <>
      <PageHeader title={t('start.title', { name })} />
      <Grid gap="lg">
        {maySeeClients(viewer) && <ClientCounts />}
        {account && (
          <Grid.Col span={{ base: 12, md: 6 }}>
            <Paper withBorder p="lg" radius="lg" h="100%">
              <Title order={2} size="h4" mb="md">
                {t('start.account')}
              </Title>
              <Facts
                facts={{
                  [t('start.company')]: account.companyName,
                  [t('start.partnership')]: account.partnerships
                    .map(({ type }) => t(`common:partnershipType.${type}`))
                    .join(', '),
                  [t('start.tier')]: t(`common:partnerTier.${account.tier}`),
                }}
              />
              <TextLink to="/partner/account" mt="md" display="inline-block">
                {t('start.benefits')}
              </TextLink>
            </Paper>
          </Grid.Col>
        )}
      </Grid>
    </>
  );
}

function ClientCounts() {
  const { t } = useTranslation('portal');
  const { number } = useFormat();
  const { data, error, isFetching, refetch } = useQuery(query(ClientCountsDocument, {}));
  const counts = {
    [SubscriptionStatus.Active]: data?.active.pageInfo.totalItems,
    [SubscriptionStatus.Suspended]: data?.suspended.pageInfo.totalItems,
    [SubscriptionStatus.Canceled]: data?.canceled.pageInfo.totalItems,
  };
  return (
    <Grid.Col span={{ base: 12, md: 6 }}>
      <Paper withBorder p="lg" radius="lg" h="100%">
        <Title order={2} size="h4" mb="md">
          {t('start.clients')}
        </Title>
        <Problem error={error} retry={refetch} isRetrying={isFetching} />
        <Group gap="xl" mb="lg">
          {SUBSCRIPTIONS.map((status) => (
            <div key={status}>
              <Text fz={28} fw={650}>
                {counts[status] === undefined ? (error ? '–' : '…') : number(counts[status])}
              </Text>
              <TextLink to="/partner/clients" search={{ status }} size="sm">
                {t(`subscription.${status}`)}
              </TextLink>
            </div>
          ))}
        </Group>
        <ButtonLink to="/partner/clients" variant="default">
          {t('start.toClients')}
        </ButtonLink>
      </Paper>
    </Grid.Col>
  );
}
