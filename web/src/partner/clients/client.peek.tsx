import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../../api/ask.ts';
import { ClientDetailsDocument } from '../../generated/partner/graphql.ts';
import { ProvisioningState } from '../../provisioning/provisioning.state.tsx';
import { useViewer } from '../../session/session.store.ts';
import { EmptyState } from '../../shared/data/empty.state.tsx';
import { ButtonLink } from '../../shared/layout/links.tsx';
import { PeekFacts, PeekFoot, PeekHeading, PeekPart } from '../../shared/list/peek/peek.parts.tsx';
import { Skeletons } from '../../shared/list/rows/skeletons.tsx';
import { Problem } from '../../shared/problem.tsx';
import { RelativeTime } from '../../shared/time/relative.time.tsx';
import { mayChangeClients } from '../rights.ts';
import { ClientActions } from './client.actions.tsx';
import { SubscriptionActions } from './subscription.actions.tsx';
import { SubscriptionBadge } from './subscription.badge.tsx';

/** A client beside the list. */
export function ClientPeek({ id, list }: { id: string; list: string | undefined }) {
  const { t } = useTranslation(['portal', 'common', 'provisioning']);
  const mayChange = mayChangeClients(useViewer());
  const { data, error, isPending, isFetching, refetch } = useQuery(query(ClientDetailsDocument, { id }));
  if (isPending) return <Skeletons />;
  const problem = <Problem error={error} retry={refetch} isRetrying={isFetching} />;
  const client = data?.clientAccount;
  if (!client) return data ? <EmptyState title={t('client.missing')} /> : problem;
  return (
    <>
      {problem}
      <PeekHeading
        name={client.companyName}
        about={client.subscriptionTier}
        state={<SubscriptionBadge status={client.subscriptionStatus} isSoft />}
      />
      <PeekPart>
        <PeekFacts
          facts={{
            [t('client.contactName')]: client.contactName,
            [t('client.contactEmail')]: <Anchor href={`mailto:${client.contactEmail}`}>{client.contactEmail}</Anchor>,
            [t('client.contactPhone')]: client.contactPhone,
            [t('clients.billing')]: t(
              client.billingOwnedByReseller ? 'clients.billedByUs' : 'clients.billedByReachGenie',
            ),
            ...(client.provisioning && {
              [t('provisioning:title')]: <ProvisioningState status={client.provisioning.status} />,
            }),
            [t('clients.since')]: <RelativeTime at={client.createdAt} form="ago" />,
          }}
        />
      </PeekPart>
      {mayChange && (
        <PeekPart>
          <SubscriptionActions client={client} />
        </PeekPart>
      )}
      <PeekFoot>
        <ButtonLink to="/partner/clients/$id" params={{ id }} search={{ list }} variant="default">
          {t('common:list.openPage')}
        </ButtonLink>
        {mayChange && <ClientActions client={client} />}
      </PeekFoot>
    </>
  );
}
