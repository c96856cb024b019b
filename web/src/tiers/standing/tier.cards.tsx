import { Badge, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../../api/ask.ts';
import type { PartnershipType, PartnerTier } from '../../generated/enums.ts';
import { AllTermsDocument } from '../../generated/tiers/graphql.ts';
import type { Viewer } from '../../session/session.store.ts';
import { CardSkeletons } from '../../shared/cards/card.skeletons.tsx';
import { Problem } from '../../shared/problem.tsx';
import { versionsOf } from '../terms/terms.in.effect.ts';
import { TIERS, type Terms } from '../tier.values.ts';
import { useTierWords } from '../tier.words.ts';
import classes from './standing.module.css';
import { TermsInShort } from './terms.in.short.tsx';

type Account = NonNullable<Viewer['partnerAccount']>;

/** A card for each tier: its benefits, its requirements, and later changes with their day. */
export function TierCards({ account }: { account: Account }) {
  const { data, error, isFetching, refetch } = useQuery(query(AllTermsDocument, {}));
  const problem = <Problem error={error} retry={refetch} isRetrying={isFetching} />;
  if (!data) return error ? problem : <CardSkeletons />;
  const types = account.partnerships.map(({ type }) => type);
  return (
    <>
      {problem}
      <div className={classes['cards']}>
        {TIERS.map((tier) => {
          const { current, planned } = versionsOf(data.tierTerms, tier);
          return (
            <TierCard
              key={tier}
              tier={tier}
              isOwn={tier === account.tier}
              current={current}
              planned={planned}
              types={types}
            />
          );
        })}
      </div>
    </>
  );
}

interface TierCardProps {
  tier: PartnerTier;
  isOwn: boolean;
  current: Terms | undefined;
  planned: readonly Terms[];
  types: readonly PartnershipType[];
}

function TierCard({ tier, isOwn, current, planned, types }: TierCardProps) {
  const { t } = useTranslation('tiers');
  const words = useTierWords();
  return (
    <section className={classes['tier']} data-own={isOwn || undefined} aria-label={words.tier(tier)}>
      <Title order={2} size="h4" mb="sm">
        {words.tier(tier)}{' '}
        {isOwn && (
          <Badge variant="filled" ml="xs">
            {t('own.yours')}
          </Badge>
        )}
      </Title>
      {current && <TermsInShort terms={current} types={types} asks />}
      {planned.map((terms) => (
        <div key={terms.id} className={classes['planned']}>
          <Text size="sm" fw={600} mb="xs">
            {t('own.from', { date: words.day(terms.effectiveFrom) })}
          </Text>
          <TermsInShort terms={terms} types={types} asks />
        </div>
      ))}
    </section>
  );
}
