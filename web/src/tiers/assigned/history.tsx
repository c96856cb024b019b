import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TierHistoryQuery } from '../../generated/tiers/graphql.ts';
import { useFormat } from '../../shared/format.ts';
import { OutcomeMark, OutcomeTier, ValuesText } from '../review/outcome.tsx';
import { useTierWords } from '../tier.words.ts';

/** The tiers that a partner has and had, latest first. */
export function Assignments({ assignments }: { assignments: TierHistoryQuery['tierAssignments']['items'] }) {
  const { t } = useTranslation('tiers');
  const { date } = useFormat();
  const words = useTierWords();
  return (
    <Table>
      <Table.Caption>{t('partner.history')}</Table.Caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('partner.tier')}</Table.Th>
          <Table.Th>{t('partner.from')}</Table.Th>
          <Table.Th visibleFrom="sm">{t('partner.to')}</Table.Th>
          <Table.Th>{t('partner.reason')}</Table.Th>
          <Table.Th visibleFrom="sm">{t('partner.by')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {assignments.map(({ id, tier, from, to, reason, note, decidedBy, pinnedUntil }) => (
          <Table.Tr key={id}>
            <Table.Td fw={500}>{words.tier(tier)}</Table.Td>
            <Table.Td>{date(from)}</Table.Td>
            <Table.Td visibleFrom="sm">{to == null ? t('partner.now') : date(to)}</Table.Td>
            <Table.Td>
              {t(`partner.reasonOf.${reason}`)}
              {note != null && (
                <Text size="xs" c="dimmed" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
                  {note}
                </Text>
              )}
              {pinnedUntil != null && (
                <Text size="xs" c="dimmed">
                  {t('partner.pinnedLine', { date: words.day(pinnedUntil) })}
                </Text>
              )}
            </Table.Td>
            <Table.Td visibleFrom="sm">{decidedBy ?? t('partner.system')}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** The reviews of a partner's tier, latest first. */
export function Reviews({ reviews }: { reviews: TierHistoryQuery['tierEvaluations']['items'] }) {
  const { t } = useTranslation('tiers');
  const words = useTierWords();
  if (reviews.length === 0) {
    return (
      <Text size="sm" p="md">
        {t('partner.noReviews')}
      </Text>
    );
  }
  return (
    <Table>
      <Table.Caption>{t('partner.reviews')}</Table.Caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('partner.day')}</Table.Th>
          <Table.Th>{t('review.outcome')}</Table.Th>
          <Table.Th visibleFrom="sm">{t('review.tier')}</Table.Th>
          <Table.Th visibleFrom="sm">{t('review.values')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {reviews.map(({ id, periodEnd, ...review }) => (
          <Table.Tr key={id}>
            <Table.Td>{words.day(periodEnd)}</Table.Td>
            <Table.Td>
              <OutcomeMark {...review} />
            </Table.Td>
            <Table.Td visibleFrom="sm">
              <OutcomeTier {...review} />
            </Table.Td>
            <Table.Td visibleFrom="sm">
              <ValuesText {...review} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
