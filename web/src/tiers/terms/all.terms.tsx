import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../../api/ask.ts';
import type { PartnerTier } from '../../generated/enums.ts';
import { AllTermsDocument } from '../../generated/tiers/graphql.ts';
import { Card } from '../../shared/cards/card.tsx';
import { CardSkeletons } from '../../shared/cards/card.skeletons.tsx';
import { Problem } from '../../shared/problem.tsx';
import { addDays, TIERS, type Terms } from '../tier.values.ts';
import { useTierWords } from '../tier.words.ts';
import classes from './terms.module.css';
import { TermsVersion } from './terms.version.tsx';
import { versionsOf } from './terms.in.effect.ts';
import { WithdrawButton } from './withdraw.button.tsx';

/** The versions of each tier, the last day first. */
export function AllTerms({ mayWithdraw }: { mayWithdraw: boolean }) {
  const { data, error, isFetching, refetch } = useQuery(query(AllTermsDocument, {}));
  const problem = <Problem error={error} retry={refetch} isRetrying={isFetching} />;
  if (!data) return error ? problem : <CardSkeletons />;
  return (
    <>
      {problem}
      <div className={classes['tiers']}>
        {TIERS.map((tier) => (
          <TierTimeline key={tier} tier={tier} terms={data.tierTerms} mayWithdraw={mayWithdraw} />
        ))}
      </div>
    </>
  );
}

interface TimelineProps {
  tier: PartnerTier;
  terms: readonly Terms[];
  mayWithdraw: boolean;
}

function TierTimeline({ tier, terms, mayWithdraw }: TimelineProps) {
  const { t } = useTranslation('tiers');
  const words = useTierWords();
  const [showsPast, { toggle }] = useDisclosure();
  const { current, planned, past } = versionsOf(terms, tier);
  const inOrder = [...planned.toReversed(), ...(current ? [current] : []), ...(showsPast ? past : [])];
  const all = [...planned.toReversed(), ...(current ? [current] : []), ...past];
  return (
    <Card title={words.tier(tier)}>
      {all.length === 0 && <Text size="sm">{t('terms.none')}</Text>}
      <ol className={classes['timeline']}>
        {inOrder.map((version) => {
          const place = all.indexOf(version);
          const next = all[place - 1];
          return (
            <TermsVersion
              key={version.id}
              terms={version}
              before={all[place + 1]}
              state={planned.includes(version) ? 'planned' : version === current ? 'inEffect' : 'past'}
              lastDay={next && addDays(next.effectiveFrom, -1)}
              action={mayWithdraw && planned.includes(version) && <WithdrawButton terms={version} />}
            />
          );
        })}
      </ol>
      {past.length > 0 && (
        <Button variant="subtle" size="compact-xs" mt="sm" onClick={toggle} aria-expanded={showsPast}>
          {showsPast ? t('terms.hidePast') : t('terms.showPast', { count: past.length })}
        </Button>
      )}
    </Card>
  );
}
