import { SimpleGrid, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../../api/ask.ts';
import { ApplicationStatus } from '../../generated/enums.ts';
import { WaitingNowDocument, type WaitingNowQuery } from '../../generated/admin/graphql.ts';
import { useFormat } from '../../shared/format.ts';
import { TextLink } from '../../shared/layout/links.tsx';
import { Loading } from '../../shared/data/loading.tsx';
import { Problem } from '../../shared/problem.tsx';
import { NOBODY } from '../applications/list/applications.search.ts';
import { Figure } from './figure.tsx';

const UNDECIDED = [ApplicationStatus.Pending, ApplicationStatus.Reviewing] as const;
const DAY_MS = 86_400_000;

/** Undecided applications, regardless of the period. */
export function Waiting() {
  const { t } = useTranslation('admin');
  const { data, error, isPending, isFetching, refetch } = useQuery(query(WaitingNowDocument, {}));
  return (
    <section aria-labelledby="waiting">
      <Title order={2} size="h4" id="waiting">
        {t('dashboard.waiting.title')}
      </Title>
      <Text c="dimmed" size="sm" mb="md">
        {t('dashboard.waiting.lead')}
      </Text>
      <Problem error={error} retry={refetch} isRetrying={isFetching} />
      {isPending && <Loading />}
      {data && <Figures waiting={data} />}
    </section>
  );
}

function Figures({ waiting }: { waiting: WaitingNowQuery }) {
  const { t } = useTranslation(['admin', 'common']);
  const { number, days } = useFormat();
  const { byStatus } = waiting.partnerApplicationStatistics;
  const oldest = oldestOf(waiting);
  return (
    <SimpleGrid cols={{ base: 2, md: 4 }}>
      {UNDECIDED.map((status) => (
        <Figure
          key={status}
          value={number(byStatus.find((each) => each.status === status)?.count ?? 0)}
          name={
            <TextLink to="/admin/applications" search={{ status }} size="sm">
              {t(`common:applicationStatus.${status}`)}
            </TextLink>
          }
        />
      ))}
      <Figure
        value={number(waiting.unassigned.pageInfo.totalItems ?? 0)}
        name={
          <TextLink to="/admin/applications" search={{ status: 'UNDECIDED', assignee: NOBODY }} size="sm">
            {t('dashboard.waiting.unassigned')}
          </TextLink>
        }
      />
      <Figure
        value={oldest ? days(daysSince(oldest.createdAt)) : '–'}
        name={
          oldest ? (
            <TextLink to="/admin/applications/$id" params={{ id: oldest.id }} size="sm">
              {t('dashboard.waiting.oldest')}
            </TextLink>
          ) : (
            t('dashboard.waiting.oldest')
          )
        }
      />
    </SimpleGrid>
  );
}

/** Two lists, because an index finds the oldest of each status. */
const oldestOf = ({ oldestPending, oldestReviewing }: WaitingNowQuery) =>
  [...oldestPending.items, ...oldestReviewing.items].toSorted((one, other) =>
    one.createdAt.localeCompare(other.createdAt),
  )[0];

const daysSince = (moment: string) => Math.floor((Date.now() - Date.parse(moment)) / DAY_MS);
