import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../../api/ask.ts';
import { OwnStandingDocument } from '../../generated/tiers/graphql.ts';
import { useViewer } from '../../session/session.store.ts';
import { CardSkeletons } from '../../shared/cards/card.skeletons.tsx';
import { ButtonLink } from '../../shared/layout/links.tsx';
import { PageHeader } from '../../shared/layout/page/page.header.tsx';
import { Problem } from '../../shared/problem.tsx';
import { OwnManagersCard } from '../managers/own.managers.tsx';
import { RiskAlert } from './risk.alert.tsx';
import { MoreBenefitsCard, NextTierCard, StandingCard } from './standing.cards.tsx';
import classes from './standing.module.css';
import { TierCards } from './tier.cards.tsx';

/** A partner's tier: how it stands, what is missing to the next one, and what each tier brings. */
export function TierPage() {
  const { t } = useTranslation('tiers');
  const { partnerAccount: account } = useViewer();
  const { data, error, isPending, isFetching, refetch } = useQuery(query(OwnStandingDocument, {}));
  const standing = data?.tierStanding;
  return (
    <>
      <PageHeader
        title={t('own.title')}
        actions={
          <ButtonLink to="/partner/account" variant="default" size="xs">
            {t('own.account')}
          </ButtonLink>
        }
      />
      <div className={classes['page']}>
        <Problem error={error} retry={refetch} isRetrying={isFetching} />
        {isPending && <CardSkeletons />}
        {standing && (
          <>
            <RiskAlert standing={standing} />
            <div className={classes['columns']}>
              <div className={classes['column']}>
                <StandingCard standing={standing} />
                <NextTierCard standing={standing} />
              </div>
              <div className={classes['column']}>
                <MoreBenefitsCard standing={standing} />
                <OwnManagersCard />
              </div>
            </div>
          </>
        )}
        {account && (
          <>
            <Title order={2} size="h4" mt="sm">
              {t('own.tiers')}
            </Title>
            <TierCards account={account} />
          </>
        )}
      </div>
    </>
  );
}
