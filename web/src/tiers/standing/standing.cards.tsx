import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../shared/cards/card.tsx';
import { useFormat } from '../../shared/format.ts';
import { IconCheck } from '../../shared/icons.tsx';
import { State } from '../../shared/marks/state.tsx';
import type { Benefit } from '../../generated/enums.ts';
import type { Standing } from '../tier.values.ts';
import { useTierWords } from '../tier.words.ts';
import { Forecast } from './forecast.tsx';
import { RequirementBars } from './requirement.bars.tsx';
import classes from './standing.module.css';

interface StandingProps {
  standing: Standing;
  /** Speaks about the partner, not to it. */
  isAbout?: boolean;
  end?: ReactNode;
}

function StandingState({ standing: { graceUntil, pinnedUntil } }: { standing: Standing }) {
  const { t } = useTranslation('tiers');
  if (pinnedUntil != null) return <State shape="bars">{t('state.pinned')}</State>;
  return graceUntil == null ? (
    <State shape="disc">{t('state.kept')}</State>
  ) : (
    <State shape="diamond">{t('state.atRisk')}</State>
  );
}

/** The tier, since when, and the values against what it asks for. */
export function StandingCard({ standing, isAbout = false, end }: StandingProps) {
  const { t } = useTranslation('tiers');
  const { date } = useFormat();
  const words = useTierWords();
  const { tier, since, values, pinnedUntil, nextEvaluationOn } = standing;
  const name = words.tier(tier);
  return (
    <Card
      title={t('own.since', { tier: name, date: date(since) })}
      aside={<StandingState standing={standing} />}
      end={end}
    >
      {values.length === 0 ? (
        <Text size="sm">{t(isAbout ? 'own.asksNothingOf' : 'own.asksNothing', { tier: name })}</Text>
      ) : (
        <RequirementBars values={values} />
      )}
      {!isAbout && values.length > 0 && values.every(({ met }) => met === true) && (
        <Text size="sm" mt="sm">
          {t('own.meets', { tier: name })}
        </Text>
      )}
      <Forecast values={values} isAbout={isAbout} />
      <Text size="xs" c="dimmed" mt="sm">
        {pinnedUntil == null
          ? t('own.nextReview', { date: words.day(nextEvaluationOn) })
          : t(isAbout ? 'partner.pinnedLine' : 'own.pinned', { date: words.day(pinnedUntil) })}
      </Text>
    </Card>
  );
}

/** The gap to the next tier. */
export function NextTierCard({ standing: { next }, isAbout = false }: StandingProps) {
  const { t } = useTranslation('tiers');
  const words = useTierWords();
  if (!next) return null;
  const tier = words.tier(next.tier);
  const isMet = next.values.length > 0 && next.values.every(({ met }) => met === true);
  return (
    <Card title={t('own.way', { tier })}>
      {next.values.length === 0 ? (
        <Text size="sm">{t(isAbout ? 'own.byAgreement' : 'own.wayNone', { tier })}</Text>
      ) : (
        <RequirementBars values={next.values} saysMissing />
      )}
      {isMet && !isAbout && (
        <Text size="sm" mt="sm">
          {t('own.wayMet', { tier })}
        </Text>
      )}
      {next.values.length > 0 && !isMet && <Forecast values={next.values} isAbout={isAbout} />}
    </Card>
  );
}

/** The benefits that only the next tier has. */
export function MoreBenefitsCard({ standing: { next } }: StandingProps) {
  const { t } = useTranslation('tiers');
  const words = useTierWords();
  return (
    <Card title={next ? t('own.adds', { tier: words.tier(next.tier) }) : t('own.title')}>
      {next ? <BenefitList benefits={next.moreBenefits} /> : <Text size="sm">{t('own.top')}</Text>}
    </Card>
  );
}

export function BenefitList({ benefits }: { benefits: readonly Benefit[] }) {
  const words = useTierWords();
  return (
    <ul className={classes['list']}>
      {benefits.map((benefit) => (
        <li key={benefit}>
          <IconCheck size={14} stroke={2} aria-hidden />
          <Text span size="sm">
            {words.benefit(benefit)}
          </Text>
        </li>
      ))}
    </ul>
  );
}
