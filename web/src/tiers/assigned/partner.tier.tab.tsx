import { Button, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../../api/ask.ts';
import { PartnerStandingDocument, TierHistoryDocument } from '../../generated/tiers/graphql.ts';
import type { PartnerTier } from '../../generated/enums.ts';
import { Card } from '../../shared/cards/card.tsx';
import { CardSkeletons } from '../../shared/cards/card.skeletons.tsx';
import { Problem } from '../../shared/problem.tsx';
import { RiskAlert } from '../standing/risk.alert.tsx';
import { MoreBenefitsCard, NextTierCard, StandingCard } from '../standing/standing.cards.tsx';
import classes from '../standing/standing.module.css';
import { AssignTierDialog } from './assign.tier.dialog.tsx';
import { Assignments, Reviews } from './history.tsx';

interface TierTabProps {
  partner: { id: string; companyName: string; tier: PartnerTier; version: number };
  mayManage: boolean;
}

/** The tier of a partner: how it stands, its history, its reviews, and the way to assign another one. */
export function PartnerTierTab({ partner, mayManage }: TierTabProps) {
  const { t } = useTranslation('tiers');
  const { id } = partner;
  const standing = useQuery(query(PartnerStandingDocument, { id }));
  const history = useQuery(query(TierHistoryDocument, { id }));
  const [isAssigning, { open, close }] = useDisclosure();
  const shown = standing.data?.partnerTierStanding;
  const assign = mayManage && (
    <Button variant="default" size="xs" onClick={open}>
      {t('partner.assign')}
    </Button>
  );
  return (
    <div className={classes['page']}>
      <Problem error={standing.error} retry={standing.refetch} isRetrying={standing.isFetching} />
      <Problem error={history.error} retry={history.refetch} isRetrying={history.isFetching} />
      {(standing.isPending || history.isPending) && !standing.error && !history.error && <CardSkeletons />}
      {shown && (
        <>
          <RiskAlert standing={shown} isAbout />
          <div className={classes['columns']}>
            <Stack gap="md">
              <StandingCard standing={shown} isAbout end={assign} />
              <NextTierCard standing={shown} isAbout />
            </Stack>
            <MoreBenefitsCard standing={shown} />
          </div>
        </>
      )}
      {history.data && (
        <>
          <Card title={t('partner.history')} isFlush>
            <Assignments assignments={history.data.tierAssignments.items} />
          </Card>
          <Card title={t('partner.reviews')} isFlush>
            <Reviews reviews={history.data.tierEvaluations.items} />
          </Card>
        </>
      )}
      {isAssigning && <AssignTierDialog partner={partner} onClose={close} />}
    </div>
  );
}
