import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Benefit, PartnershipType } from '../../generated/enums.ts';
import { RequirementList, TermFacts } from '../terms/term.facts.tsx';
import type { Terms } from '../tier.values.ts';
import { BenefitList } from './standing.cards.tsx';

/** Benefits of resellers alone. Others do not see them. */
const OF_RESELLERS: readonly Benefit[] = [
  Benefit.ClientManagement,
  Benefit.EnhancedClientManagement,
  Benefit.BasicWhiteLabel,
  Benefit.FullWhiteLabel,
];

interface TermsProps {
  terms: Terms;
  /** The partnerships of the reader. */
  types: readonly PartnershipType[];
  /** Also says what the tier asks for. */
  asks?: boolean;
}

/** The benefits and terms of a version, in short. */
export function TermsInShort({ terms, types, asks = false }: TermsProps) {
  const { t } = useTranslation('tiers');
  const sells = types.includes(PartnershipType.Reseller);
  return (
    <>
      <BenefitList benefits={terms.benefits.filter((benefit) => sells || !OF_RESELLERS.includes(benefit))} />
      <TermFacts terms={terms} types={types} />
      {asks && (
        <>
          <Text size="xs" c="dimmed" mt="sm">
            {t('own.asks')}
          </Text>
          <RequirementList terms={terms} types={types} />
        </>
      )}
    </>
  );
}
