import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { query } from '../../api/ask.ts';
import { SubscriptionStatus } from '../../generated/enums.ts';
import { FirstStepsDocument, HomeClientsDocument, type HomeClientsQuery } from '../../generated/partner/graphql.ts';
import { useViewer } from '../../session/session.store.ts';
import { Card } from '../../shared/cards/card.tsx';
import { CardSkeletons } from '../../shared/cards/card.skeletons.tsx';
import { Figure, FigureStrip } from '../../shared/cards/figure.strip.tsx';
import { useFormat } from '../../shared/format.ts';
import { PageHeader } from '../../shared/layout/page/page.header.tsx';
import { Problem } from '../../shared/problem.tsx';
import { useGreeting } from '../../shared/time/greeting.ts';
import {
  HomeStandingCard,
  OwnBenefitsCard,
  OwnManagersCard,
  RiskBanner,
  useProgramHome,
} from '../../tiers/program.tsx';
import { DisabledEndpointsNote } from '../../webhooks/disabled.endpoints.tsx';
import { AddClient } from '../clients/add.client.tsx';
import { SUBSCRIPTIONS } from '../clients/subscription.badge.tsx';
import { mayChangeClients, mayManageMembers, maySeeClients } from '../rights.ts';
import { ActivityCard } from './activity.card.tsx';
import { Attention } from './attention.tsx';
import { FirstSteps } from './first.steps.tsx';
import classes from './home.module.css';
import { PartnershipCard } from './partnership.card.tsx';
import { stepsOf } from './steps.ts';
import { Tour, useTour } from './tour.tsx';

/** Clients that need attention, first steps and latest activity. Partners without clients see their partnership. */
export function HomePage() {
  const { t } = useTranslation(['home', 'common']);
  const viewer = useViewer();
  const seesClients = maySeeClients(viewer);
  const managesTeam = mayManageMembers(viewer);
  const clients = useQuery({ ...query(HomeClientsDocument, {}), enabled: seesClients });
  const first = useQuery(query(FirstStepsDocument, {}));
  const hasProgram = useProgramHome((pages) => pages.preparePartnerHome());
  const isReady = Boolean((clients.data || !seesClients) && first.data && hasProgram);
  const steps = stepsOf(first.data?.gettingStarted ?? []);
  const { partnerAccount: account, supportUrl } = viewer;
  const isOwner = seesClients && managesTeam;
  const isNew = isReady && steps.some(({ name, isDone }) => name === 'client' && !isDone);
  const tour = useTour(isOwner && isNew);
  const lead = account && {
    company: account.companyName,
    tier: t(`common:partnerTier.${account.tier}`),
  };
  return (
    <>
      <PageHeader
        title={useGreeting(viewer.name)}
        views={
          lead && (
            <Text span c="dimmed" size="sm" truncate visibleFrom="sm">
              {t('partner.lead', lead)}
            </Text>
          )
        }
        actions={
          <>
            {isOwner && (
              <Button variant="subtle" size="xs" visibleFrom="sm" onClick={tour.start}>
                {t('tour.again')}
              </Button>
            )}
            {mayChangeClients(viewer) && <AddClient size="xs" />}
          </>
        }
      />
      {tour.step !== undefined && <Tour {...tour} step={tour.step} />}
      {managesTeam && <DisabledEndpointsNote />}
      <Problem error={clients.error} retry={clients.refetch} isRetrying={clients.isFetching} />
      <Problem error={first.error} retry={first.refetch} isRetrying={first.isFetching} />
      {!isReady && <CardSkeletons />}
      {isReady && (
        <div className={classes['page']}>
          <Suspense fallback={null}>
            <RiskBanner />
          </Suspense>
          {clients.data && <ClientStrip counts={clients.data.clientAccounts.counts} />}
          <div className={classes['columns']}>
            <div className={classes['column']}>
              {clients.data && <Attention clients={clients.data.clientsNeedingAttention} />}
              {account && !seesClients && (
                <>
                  <PartnershipCard account={account} />
                  <Suspense fallback={null}>
                    <OwnBenefitsCard />
                  </Suspense>
                </>
              )}
            </div>
            <div className={classes['column']}>
              <div className={classes['first']}>
                <FirstSteps steps={steps} />
              </div>
              <ActivityCard />
              {account && seesClients && <PartnershipCard account={account} />}
              <Suspense fallback={null}>
                <HomeStandingCard />
                <OwnManagersCard />
              </Suspense>
              {supportUrl && (
                <Card title={t('partner.support.title')}>
                  <Text size="sm">{t('partner.support.text')}</Text>
                  <Button
                    component="a"
                    href={supportUrl}
                    target="_blank"
                    rel="noopener noreferrer"
                    variant="default"
                    size="xs"
                    mt="sm"
                  >
                    {t('partner.support.action')}
                  </Button>
                </Card>
              )}
            </div>
          </div>
        </div>
      )}
    </>
  );
}

function ClientStrip({ counts: { active, suspended, canceled } }: HomeClientsQuery['clientAccounts']) {
  const { t } = useTranslation('portal');
  const { number } = useFormat();
  const of = {
    [SubscriptionStatus.Active]: active,
    [SubscriptionStatus.Suspended]: suspended,
    [SubscriptionStatus.Canceled]: canceled,
  };
  return (
    <FigureStrip>
      {SUBSCRIPTIONS.map((status) => (
        <Figure
          key={status}
          label={t(`subscription.${status}`)}
          value={number(of[status])}
          note={t('nav.clients')}
          link={{ to: '/partner/clients', search: { status } }}
        />
      ))}
    </FigureStrip>
  );
}
