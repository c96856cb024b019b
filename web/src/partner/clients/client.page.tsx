import { Anchor, Grid, Paper, Stack, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ActivityList, ZoneName } from '../../activity/activity.list.tsx';
import { ask, query } from '../../api/ask.ts';
import {
  ClientDetailsDocument,
  ClientNeighborsDocument,
  RetryProvisioningDocument,
  type ClientDetailsQuery,
  type ClientPartsFragment,
} from '../../generated/partner/graphql.ts';
import { ProvisioningCard } from '../../provisioning/provisioning.card.tsx';
import { EmptyState } from '../../shared/data/empty.state.tsx';
import { Facts } from '../../shared/data/facts.tsx';
import { useFormat } from '../../shared/format.ts';
import { TextLink } from '../../shared/layout/links.tsx';
import { CardSkeletons } from '../../shared/cards/card.skeletons.tsx';
import { Neighbors } from '../../shared/layout/page/neighbors.tsx';
import { ObjectHead } from '../../shared/layout/page/object.head.tsx';
import { ObjectTabs, type ObjectTab } from '../../shared/layout/page/object.tabs.tsx';
import { Mark } from '../../shared/marks/mark.tsx';
import { Problem } from '../../shared/problem.tsx';
import { useViewer } from '../../session/session.store.ts';
import { partnerLink } from '../object.link.tsx';
import { mayChangeClients } from '../rights.ts';
import { OnboardingCard } from '../onboarding/onboarding.card.tsx';
import { AccessList } from './access/access.list.tsx';
import { ClientActions } from './client.actions.tsx';
import { clientsOf, orderVariables } from './clients.search.ts';
import { SubscriptionActions } from './subscription.actions.tsx';
import { SubscriptionBadge } from './subscription.badge.tsx';

const route = getRouteApi('/partner/clients/$id');

export function ClientPage() {
  const { t } = useTranslation('portal');
  const { id } = route.useParams();
  const { data, error, isPending, isFetching, refetch } = useQuery(query(ClientDetailsDocument, { id }));
  if (isPending) return <CardSkeletons />;
  const problem = <Problem error={error} retry={refetch} isRetrying={isFetching} />;
  if (!data) return problem;
  const { clientAccount: client } = data;
  if (!client) {
    return (
      <EmptyState isPage title={t('client.missing')}>
        <TextLink to="/partner/clients">{t('client.all')}</TextLink>
      </EmptyState>
    );
  }
  return (
    <>
      {problem}
      <Client key={client.id} client={client} />
    </>
  );
}

type ShownClient = NonNullable<ClientDetailsQuery['clientAccount']>;

function Client({ client }: { client: ShownClient }) {
  const { t } = useTranslation('portal');
  const { date } = useFormat();
  const { tab, list } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <>
      <ObjectHead
        title={client.companyName}
        crumb={
          <TextLink to="/partner/clients" search={clientsOf(list)} activeOptions={{ exact: true }} c="inherit">
            {t('clients.title')}
          </TextLink>
        }
        position={<Neighbors {...useNeighbors(client.id, list)} />}
        mark={<Mark name={client.companyName} size={44} />}
        badges={<SubscriptionBadge status={client.subscriptionStatus} isSoft />}
        facts={[
          client.contactName,
          <Anchor key="email" href={`mailto:${client.contactEmail}`} size="sm">
            {client.contactEmail}
          </Anchor>,
          t('client.since', { date: date(client.createdAt) }),
        ]}
        actions={mayChangeClients(useViewer()) && <ClientActions client={client} />}
      />
      <ObjectTabs
        label={client.companyName}
        current={tab}
        onTab={(next) => void navigate({ search: { list, tab: next } })}
        tabs={useTabs(client)}
      />
    </>
  );
}

/** The tabs of a client. A new feature adds a line: overview first, activity last. */
function useTabs(client: ShownClient): ObjectTab[] {
  const { t } = useTranslation('portal');
  return [
    { id: 'overview', title: t('client.tab.overview'), render: () => <Overview client={client} /> },
    { id: 'access', title: t('client.tab.access'), render: () => <AccessList clientId={client.id} /> },
    {
      id: 'activity',
      title: t('client.tab.activity'),
      render: () => (
        <>
          <ZoneName />
          <ActivityList label={t('client.tab.activity')} filter={{ targetId: client.id }} link={partnerLink} />
        </>
      ),
    },
  ];
}

function Overview({ client }: { client: ShownClient }) {
  const { id, provisioning } = client;
  const mayChange = mayChangeClients(useViewer());
  const retry = () => ask(RetryProvisioningDocument, { clientId: id });
  return (
    <Grid gap="md">
      <Grid.Col span={{ base: 12, md: 7 }}>
        <ContactCard client={client} />
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 5 }}>
        <Stack h="100%">
          <SubscriptionCard client={client} />
          {provisioning && <ProvisioningCard provisioning={provisioning} retry={mayChange ? retry : undefined} />}
        </Stack>
      </Grid.Col>
      <Grid.Col span={12}>
        <OnboardingCard client={client} />
      </Grid.Col>
    </Grid>
  );
}

/** The clients before and after one in the list that the user came from, and its position there. */
function useNeighbors(id: string, list: string | undefined) {
  const { data, ...answer } = useQuery({
    ...query(ClientNeighborsDocument, { id, ...orderVariables(clientsOf(list)) }),
    placeholderData: keepPreviousData,
  });
  return { answer, neighbors: data?.clientAccountNeighbors };
}

function ContactCard({ client }: { client: ClientPartsFragment }) {
  const { t } = useTranslation('portal');
  const { date, dateTime } = useFormat();
  return (
    <Paper withBorder p="lg" radius="lg" h="100%">
      <Title order={2} size="h4" mb="md">
        {t('client.contact')}
      </Title>
      <Facts
        facts={{
          [t('client.contactName')]: client.contactName,
          [t('client.contactEmail')]: client.contactEmail,
          [t('client.contactPhone')]: client.contactPhone,
          [t('clients.since')]: date(client.createdAt),
          [t('client.changed')]: dateTime(client.updatedAt),
        }}
      />
    </Paper>
  );
}

function SubscriptionCard({ client }: { client: ClientPartsFragment }) {
  const { t } = useTranslation('portal');
  const mayChange = mayChangeClients(useViewer());
  return (
    <Paper withBorder p="lg" radius="lg" flex={1}>
      <Stack>
        <Title order={2} size="h4">
          {t('subscription.title')}
        </Title>
        <Facts
          facts={{
            [t('client.subscriptionTier')]: client.subscriptionTier,
            [t('client.billedBy')]: client.billingOwnedByReseller ? t('client.billedByYou') : t('client.billedByUs'),
          }}
        />
        {mayChange && <SubscriptionActions client={client} />}
      </Stack>
    </Paper>
  );
}
