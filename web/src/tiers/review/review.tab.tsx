import { Button, Group, SegmentedControl, Table, Text, TextInput } from '@mantine/core';
import { skipToken, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { query } from '../../api/ask.ts';
import { TierOutcomeKind } from '../../generated/enums.ts';
import { PreviewReviewDocument, type PreviewReviewQuery } from '../../generated/tiers/graphql.ts';
import { EmptyState } from '../../shared/data/empty.state.tsx';
import { Loading } from '../../shared/data/loading.tsx';
import { oneOf } from '../../shared/data/search.ts';
import { useFormat } from '../../shared/format.ts';
import { TextLink } from '../../shared/layout/links.tsx';
import { Mark } from '../../shared/marks/mark.tsx';
import { Problem } from '../../shared/problem.tsx';
import { addDays, todayInUtc } from '../tier.values.ts';
import { firstOfNextMonth } from '../terms/publish.values.ts';
import { OutcomeMark, OutcomeTier, ValuesText } from './outcome.tsx';
import classes from './review.module.css';

const route = getRouteApi('/admin/tiers');

type Outcome = PreviewReviewQuery['previewTierEvaluation'][number];

/** A tier review that changes nothing: what it would decide at the end of some months. */
export function ReviewPreview() {
  const { t } = useTranslation('tiers');
  const { day } = route.useSearch();
  const navigate = route.useNavigate();
  const [typed, setTyped] = useState(day ?? addDays(firstOfNextMonth(), -1));
  const answer = useQuery({
    ...query(PreviewReviewDocument, { periodEnd: day ?? '' }),
    ...(day === undefined ? { queryFn: skipToken } : {}),
    staleTime: Infinity,
  });
  const outcomes = answer.data?.previewTierEvaluation;
  return (
    <div className={classes['page']}>
      <Text size="sm" c="dimmed" maw={720}>
        {t('review.lead')}
      </Text>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (typed === day) void answer.refetch();
          else void navigate({ search: (before) => ({ ...before, day: typed, outcome: undefined }) });
        }}
      >
        <Group align="flex-end" gap="sm">
          <TextInput
            type="date"
            label={t('review.day')}
            min={addDays(todayInUtc(), -1)}
            max={addDays(todayInUtc(), 366)}
            value={typed}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          />
          <Button type="submit" loading={answer.isFetching}>
            {t(typed === day ? 'review.again' : 'review.preview')}
          </Button>
        </Group>
      </form>
      <Problem error={answer.error} />
      {day !== undefined && answer.isPending && answer.isFetching && <Loading />}
      {day === undefined && <Text size="sm">{t('review.nothingYet')}</Text>}
      {outcomes && <Outcomes outcomes={outcomes} />}
    </div>
  );
}

function Outcomes({ outcomes }: { outcomes: readonly Outcome[] }) {
  const { t } = useTranslation('tiers');
  const { number } = useFormat();
  const { outcome } = route.useSearch();
  const navigate = route.useNavigate();
  const kinds = Object.values(TierOutcomeKind).filter((kind) => kind !== TierOutcomeKind.Kept);
  const shown = outcomes.filter((each) => outcome === undefined || each.outcome === outcome);
  if (outcomes.length === 0) return <EmptyState title={t('review.none')} />;
  return (
    <>
      <div className={classes['filter']}>
        <SegmentedControl
          size="xs"
          aria-label={t('review.outcomes')}
          value={outcome ?? ''}
          onChange={(value) =>
            void navigate({ search: (before) => ({ ...before, outcome: oneOf(TierOutcomeKind, value) }) })
          }
          data={[
            { value: '', label: `${t('review.all')} ${number(outcomes.length)}` },
            ...kinds.map((value) => ({
              value,
              label: `${t(`review.outcomeOf.${value}`)} ${number(outcomes.filter((each) => each.outcome === value).length)}`,
            })),
          ]}
        />
      </div>
      <Text size="sm" role="status">
        {t('review.counted', { count: shown.length })}
      </Text>
      {shown.length === 0 ? <Text size="sm">{t('review.noneOf')}</Text> : <OutcomeTable outcomes={shown} />}
    </>
  );
}

function OutcomeTable({ outcomes }: { outcomes: readonly Outcome[] }) {
  const { t } = useTranslation('tiers');
  return (
    <Table>
      <Table.Caption>{t('review.outcomes')}</Table.Caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('review.partner')}</Table.Th>
          <Table.Th>{t('review.outcome')}</Table.Th>
          <Table.Th visibleFrom="sm">{t('review.tier')}</Table.Th>
          <Table.Th visibleFrom="md">{t('review.values')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {outcomes.map(({ partnerId, companyName, ...each }) => (
          <Table.Tr key={partnerId}>
            <Table.Td>
              <Group gap="xs" wrap="nowrap">
                <Mark name={companyName} />
                <TextLink to="/admin/partners/$id" params={{ id: partnerId }} search={{ tab: 'tier' }}>
                  {companyName}
                </TextLink>
              </Group>
            </Table.Td>
            <Table.Td>
              <OutcomeMark {...each} />
            </Table.Td>
            <Table.Td visibleFrom="sm">
              <OutcomeTier {...each} />
            </Table.Td>
            <Table.Td visibleFrom="md">
              <ValuesText values={each.values} tier={each.tier} newTier={each.newTier} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
