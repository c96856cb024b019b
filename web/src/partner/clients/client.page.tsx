import { Button, Grid, Group, Paper, Stack, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { query } from '../../api/ask.ts';
import { SubscriptionStatus } from '../../generated/enums.ts';
import { ClientDetailsDocument, type ClientPartsFragment } from '../../generated/partner/graphql.ts';
import { EmptyState } from '../../shared/data/empty.state.tsx';
import { Facts } from '../../shared/data/facts.tsx';
import { useFormat } from '../../shared/format.ts';
import { TextLink } from '../../shared/layout/links.tsx';
import { Loading } from '../../shared/data/loading.tsx';
import { PageHeader } from '../../shared/layout/page.header.tsx';
import { Problem } from '../../shared/problem.tsx';
import { useViewer } from '../../session/session.store.ts';
import { IconLogin2, IconPencil } from '../../shared/icons.tsx';
import { mayChangeClients } from '../rights.ts';
import { AccessDialog } from './access.dialog.tsx';
import { AccessList } from './access.list.tsx';
import { EditClientDialog } from './client.form.tsx';
import { SubscriptionActions } from './subscription.actions.tsx';
import { SubscriptionBadge } from './subscription.badge.tsx';

const route = getRouteApi('/partner/clients/$id');

export function ClientPage() {
  const { t } = useTranslation('portal');
  const { id } = route.useParams();
  const mayChange = mayChangeClients(useViewer());
  const { data, error, isPending, isFetching, refetch } = useQuery(query(ClientDetailsDocument, { id }));
  if (isPending) return <Loading />;
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
      <PageHeader
        title={client.companyName}
        lead={<TextLink to="/partner/clients">{t('client.all')}</TextLink>}
        actions={mayChange && <ClientActions client={client} />}
      />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <ContactCard client={client} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <SubscriptionCard client={client} />
        </Grid.Col>
        <Grid.Col span={12}>
          <Paper withBorder p="lg" radius="lg">
            <Title order={2} size="h4" mb="md">
              {t('access.history')}
            </Title>
            <AccessList clientId={client.id} />
          </Paper>
        </Grid.Col>
      </Grid>
    </>
  );
}

function ClientActions({ client }: { client: ClientPartsFragment }) {
  const { t } = useTranslation('portal');
  const [isEditing, editing] = useDisclosure();
  const [isEntering, entering] = useDisclosure();
  return (
    <>
      <Button variant="default" leftSection={<IconPencil size={16} aria-hidden />} onClick={editing.open}>
        {t('client.edit')}
      </Button>
      {client.subscriptionStatus === SubscriptionStatus.Active && (
        <Button leftSection={<IconLogin2 size={16} aria-hidden />} onClick={entering.open}>
          {t('access.open')}
        </Button>
      )}
      <EditClientDialog client={client} opened={isEditing} onClose={editing.close} />
      <AccessDialog client={client} opened={isEntering} onClose={entering.close} />
    </>
  );
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
    <Paper withBorder p="lg" radius="lg" h="100%">
      <Stack>
        <Group justify="space-between">
          <Title order={2} size="h4">
            {t('subscription.title')}
          </Title>
          <SubscriptionBadge status={client.subscriptionStatus} />
        </Group>
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
