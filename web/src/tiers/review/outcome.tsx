import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TierOutcomeKind, type PartnerTier } from '../../generated/enums.ts';
import type { PreviewReviewQuery } from '../../generated/tiers/graphql.ts';
import { State } from '../../shared/marks/state.tsx';
import { useTierWords } from '../tier.words.ts';

type Outcome = Pick<
  PreviewReviewQuery['previewTierEvaluation'][number],
  'outcome' | 'tier' | 'newTier' | 'values' | 'graceUntil'
>;

const SHAPES = {
  [TierOutcomeKind.Kept]: 'disc',
  [TierOutcomeKind.Promoted]: 'tick',
  [TierOutcomeKind.AtRisk]: 'diamond',
  [TierOutcomeKind.Recovered]: 'tick',
  [TierOutcomeKind.Demoted]: 'triangle',
} as const;

/** The outcome of a review, with the end of a grace period. */
export function OutcomeMark({ outcome, graceUntil }: Pick<Outcome, 'outcome' | 'graceUntil'>) {
  const { t } = useTranslation('tiers');
  const words = useTierWords();
  return (
    <>
      <State shape={SHAPES[outcome]}>{t(`review.outcomeOf.${outcome}`)}</State>
      {graceUntil != null && (
        <Text size="xs" c="dimmed">
          {t('review.until', { date: words.day(graceUntil) })}
        </Text>
      )}
    </>
  );
}

export function OutcomeTier({ tier, newTier }: Pick<Outcome, 'tier' | 'newTier'>) {
  const { t } = useTranslation('tiers');
  const words = useTierWords();
  return tier === newTier ? words.tier(tier) : t('review.to', { from: words.tier(tier), to: words.tier(newTier) });
}

interface ValuesProps extends Pick<Outcome, 'values'> {
  tier: PartnerTier;
  newTier: PartnerTier;
}

/** The values for the requirements that decided: those of the higher one of both tiers. */
export function ValuesText({ values, tier, newTier }: ValuesProps) {
  const { t } = useTranslation('tiers');
  const words = useTierWords();
  const decided = values.filter((each) => each.tier === (values.some((one) => one.tier === newTier) ? newTier : tier));
  const ofOwn = values.filter((each) => each.tier === tier);
  const shown = tier === newTier || ofOwn.some(({ met }) => met === false) ? ofOwn : decided;
  return (
    <>
      {shown.map(({ partnershipType, metric, value, required }) => (
        <Text key={`${partnershipType} ${metric}`} size="sm">
          {words.metric(metric)}:{' '}
          {value == null
            ? t('own.noData')
            : t('own.of', { value: words.value(metric, value), required: words.value(metric, required) })}
        </Text>
      ))}
    </>
  );
}
