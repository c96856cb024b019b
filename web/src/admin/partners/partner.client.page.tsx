import { Grid, Paper } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActivityList, ZoneName } from '../../activity/activity.list.tsx';
import { ask, query } from '../../api/ask.ts';
import {
  PartnerClientDetailsDocument,
  SendClientAgainDocument,
  type PartnerClientDetailsQuery,
} from '../../generated/admin/graphql.ts';
import { ProvisioningCard } from '../../provisioning/provisioning.card.tsx';
import { useViewer } from '../../session/session.store.ts';
import { EmptyState } from '../../shared/data/empty.state.tsx';
import { Facts } from '../../shared/data/facts.tsx';
import { Loading } from '../../shared/data/loading.tsx';
import { SubscriptionBadge } from '../../partner/clients/subscription.badge.tsx';
import { useFormat } from '../../shared/format.ts';
import { TextLink } from '../../shared/layout/links.tsx';
import { ObjectHead } from '../../shared/layout/page/object.head.tsx';
import { ObjectTabs } from '../../shared/layout/page/object.tabs.tsx';
import { Mark } from '../../shared/marks/mark.tsx';
import { Problem } from '../../shared/problem.tsx';
import { adminLink } from '../object.link.tsx';
import { mayManagePartners } from '../rights.ts';

type Client = NonNullable<PartnerClientDetailsQuery['partnerClient']>;

const route = getRouteApi('/admin/partners/$id/clients/$clientId');

/** A client of a partner, to read. Only the partner changes it. Admins can send it to the product again. */
export function PartnerClientPage() {
  const { t } = useTranslation('admin');
  const { id, clientId } = route.useParams();
  const { tab } = route.useSearch();
  const navigate = route.useNavigate();
  const answer = useQuery(query(PartnerClientDetailsDocument, { partnerId: id, id: clientId }));
  const { data, error, isPending, isFetching, refetch } = answer;
  if (isPending) return <Loading />;
  const problem = <Problem error={error} retry={refetch} isRetrying={isFetching} />;
  if (!data) return problem;
  const { partnerClient: client, partnerAccount: partner } = data;
  const back = (
    <TextLink to="/admin/partners/$id" params={{ id }} search={{ tab: 'clients' }}>
      {partner?.companyName ?? t('partners.tab.clients')}
    </TextLink>
  );
  if (!client) {
    return (
      <EmptyState isPage title={t('partners.clientMissing')}>
        {back}
      </EmptyState>
    );
  }
  return (
    <>
      {problem}
      <ClientHead client={client} crumb={back} />
      <ObjectTabs
        label={client.companyName}
        current={tab}
        onTab={(next) => void navigate({ search: { tab: next } })}
        tabs={[
          { id: 'overview', title: t('partners.tab.overview'), render: () => <Overview client={client} /> },
          {
            id: 'activity',
            title: t('partners.tab.activity'),
            render: () => (
              <>
                <ZoneName />
                <ActivityList label={t('partners.tab.activity')} filter={{ targetId: clientId }} link={adminLink} />
              </>
            ),
          },
        ]}
      />
    </>
  );
}

function ClientHead({ client, crumb }: { client: Client; crumb: ReactNode }) {
  const { t } = useTranslation('admin');
  const { date } = useFormat();
  return (
    <ObjectHead
      title={client.companyName}
      crumb={crumb}
      mark={<Mark name={client.companyName} size={44} />}
      badges={<SubscriptionBadge status={client.subscriptionStatus} isSoft />}
      facts={[
        client.contactName,
        client.subscriptionTier,
        t('partners.clientOfSince', { date: date(client.createdAt) }),
      ]}
    />
  );
}

function Overview({ client }: { client: Client }) {
  const { t } = useTranslation(['admin', 'common']);
  const { dateTime } = useFormat();
  const mayRetry = mayManagePartners(useViewer());
  const { id, provisioning } = client;
  const billed = client.billingOwnedByReseller ? 'yes' : 'no';
  return (
    <Grid gap="md">
      <Grid.Col span={{ base: 12, md: 6 }}>
        <Paper withBorder p="md">
          <Facts
            facts={{
              [t('partners.contact')]: client.contactName,
              [t('partners.email')]: client.contactEmail,
              ...(client.contactPhone == null ? {} : { [t('common:change.field.contactPhone')]: client.contactPhone }),
            }}
          />
        </Paper>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 6 }}>
        <Paper withBorder p="md">
          <Facts
            facts={{
              [t('partners.plan')]: client.subscriptionTier,
              [t('common:change.field.billingOwnedByReseller')]: t(`common:change.${billed}`),
              [t('partners.changed')]: dateTime(client.updatedAt),
            }}
          />
        </Paper>
      </Grid.Col>
      {provisioning && (
        <Grid.Col span={{ base: 12, md: 6 }}>
          <ProvisioningCard
            provisioning={provisioning}
            detail={provisioning.detail}
            retry={mayRetry ? () => ask(SendClientAgainDocument, { clientId: id }) : undefined}
            isAdmin
          />
        </Grid.Col>
      )}
    </Grid>
  );
}
