import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PartnershipType } from '../../generated/enums.ts';
import type { Requirement, Terms } from '../tier.values.ts';
import { useTierWords } from '../tier.words.ts';
import classes from './terms.module.css';

/** Response time and money of a version, as names and values. Only resellers have prices. */
function useTermFacts(): (terms: Terms, sells: boolean) => [name: string, value: string][] {
  const { t, i18n } = useTranslation('tiers');
  const { percent } = useTierWords();
  const money = ({ amount, currency }: Terms['commissionCaps'][number]) => {
    const format = new Intl.NumberFormat(i18n.language, { style: 'currency', currency });
    return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
  };
  return (terms, sells) => [
    ...(terms.supportResponseHours == null
      ? []
      : [[t('term.supportResponseHours'), t('term.hours', { count: terms.supportResponseHours })] as [string, string]]),
    [
      t('term.commissionBps'),
      t('term.commission', { rate: percent(terms.commissionBps), count: terms.commissionMonths }),
    ],
    ...(terms.commissionCaps.length === 0
      ? []
      : [[t('term.commissionCap'), terms.commissionCaps.map(money).join(', ')] as [string, string]]),
    ...(sells
      ? ([
          [t('term.wholesaleDiscountBps'), percent(terms.wholesaleDiscountBps)],
          [t('term.minMarginBps'), percent(terms.minMarginBps)],
        ] as [string, string][])
      : []),
    [t('term.holdDays'), t('term.days', { count: terms.holdDays })],
  ];
}

interface TermFactsProps {
  terms: Terms;
  /** The partnerships of the reader. All if omitted. */
  types?: readonly PartnershipType[];
}

export function TermFacts({ terms, types }: TermFactsProps) {
  const factsOf = useTermFacts();
  return (
    <dl className={classes['facts']}>
      {factsOf(terms, types?.includes(PartnershipType.Reseller) ?? true).map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** "Active clients: at least 10". Says the partnership if the partner, or the reader, can have several. */
function useRequirementText(): (requirement: Requirement, withType: boolean) => string {
  const { t } = useTranslation(['tiers', 'common']);
  const words = useTierWords();
  return ({ partnershipType, metric, atLeast }, withType) => {
    const asked = `${words.metric(metric)}: ${t('own.atLeast', { value: words.value(metric, atLeast) })}`;
    return withType ? `${t(`common:partnershipType.${partnershipType}`)} · ${asked}` : asked;
  };
}

interface RequirementsProps {
  terms: Terms;
  /** Only those for these partnerships. All if omitted, with the partnership in words. */
  types?: readonly PartnershipType[];
}

export function RequirementList({ terms: { requirements, tier }, types }: RequirementsProps) {
  const { t } = useTranslation('tiers');
  const textOf = useRequirementText();
  const asked = requirements.filter(({ partnershipType }) => !types || types.includes(partnershipType));
  if (asked.length === 0) {
    return <Text size="sm">{t(tier === 'SILVER' ? 'own.asksForNothing' : 'own.byAgreement')}</Text>;
  }
  return (
    <ul className={classes['asked']}>
      {asked.map((each) => (
        <li key={`${each.partnershipType} ${each.metric}`}>{textOf(each, types?.length !== 1)}</li>
      ))}
    </ul>
  );
}
