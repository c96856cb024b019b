import { Alert, Stack, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { mayManagePartners } from '../../admin/rights.ts';
import { query } from '../../api/ask.ts';
import {
  CompanyChangeNeighborsInListDocument,
  CompanyChangePageDocument,
  type CompanyChangePageQuery,
} from '../../generated/company/graphql.ts';
import { CompanyChangeStatus } from '../../generated/enums.ts';
import { useViewer } from '../../session/session.store.ts';
import { CardSkeletons } from '../../shared/cards/card.skeletons.tsx';
import { Card } from '../../shared/cards/card.tsx';
import { EmptyState } from '../../shared/data/empty.state.tsx';
import { IconAlertTriangle } from '../../shared/icons.tsx';
import { TextLink } from '../../shared/layout/links.tsx';
import { Neighbors } from '../../shared/layout/page/neighbors.tsx';
import { ObjectHead } from '../../shared/layout/page/object.head.tsx';
import { Mark } from '../../shared/marks/mark.tsx';
import { Problem } from '../../shared/problem.tsx';
import { RelativeTime } from '../../shared/time/relative.time.tsx';
import { ChangeState } from '../change.state.tsx';
import { DETAILS, differing, useChangedNames } from '../details.ts';
import { Difference } from '../difference.tsx';
import { changesOf, listed } from './changes.search.ts';
import { DecisionBar } from './decision.bar.tsx';

const route = getRouteApi('/admin/company-changes/$id');

type Change = NonNullable<CompanyChangePageQuery['companyChange']>;

/** A requested change of company data, side by side with the data as it was. */
export function CompanyChangePage() {
  const { t } = useTranslation('company');
  const { id } = route.useParams();
  const { data, error, isPending, isFetching, refetch } = useQuery(query(CompanyChangePageDocument, { id }));
  if (isPending) return <CardSkeletons />;
  const problem = <Problem error={error} retry={refetch} isRetrying={isFetching} />;
  if (!data) return problem;
  if (!data.companyChange) {
    return (
      <EmptyState isPage title={t('review.missing')}>
        <TextLink to="/admin/company-changes">{t('review.all')}</TextLink>
      </EmptyState>
    );
  }
  return (
    <>
      {problem}
      <ChangeBody key={data.companyChange.id} change={data.companyChange} />
    </>
  );
}

function ChangeBody({ change }: { change: Change }) {
  const { t } = useTranslation('company');
  const { list } = route.useSearch();
  const { neighbors, next, answer } = useChangeNeighbors(change.id, list);
  const { before, after, status, message, decidedBy, closedAt, partnerAccount } = change;
  const mayDecide = mayManagePartners(useViewer());
  const isPending = status === CompanyChangeStatus.Pending;
  const isOutdated = isPending && differing(before, partnerAccount).length > 0;
  return (
    <>
      <ChangeHead change={change} list={list} position={<Neighbors answer={answer} neighbors={neighbors} />} />
      <Stack maw={900} pb="xl">
        {isOutdated && (
          <Alert color="amber" icon={<IconAlertTriangle aria-hidden />} title={t('review.outdated')}>
            {t('review.outdatedMeans')}
          </Alert>
        )}
        <Card title={t('review.change')}>
          <Difference
            label={t('review.change')}
            before={before}
            after={after}
            details={DETAILS}
            titles={{ before: t('review.before'), after: t('review.after') }}
          />
        </Card>
        {closedAt !== null && (
          <Card title={t('review.decision')}>
            <Text size="sm">
              {t(`review.closed.${status}`, { name: decidedBy ?? '' })} <RelativeTime at={closedAt} form="ago" />
            </Text>
            {message !== null && (
              <Text size="sm" mt="xs" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
                {message}
              </Text>
            )}
          </Card>
        )}
      </Stack>
      {mayDecide && <DecisionBar change={change} next={next} />}
    </>
  );
}

interface ChangeHeadProps {
  change: Change;
  list: string | undefined;
  position: React.ReactNode;
}

function ChangeHead({ change, list, position }: ChangeHeadProps) {
  const { t } = useTranslation('company');
  const namesOf = useChangedNames();
  const { before, status, requestedBy, createdAt, partnerAccount } = change;
  return (
    <ObjectHead
      title={before.companyName}
      crumb={
        <TextLink to="/admin/company-changes" search={changesOf(list)} activeOptions={{ exact: true }} c="inherit">
          {t('review.title')}
        </TextLink>
      }
      position={position}
      mark={<Mark name={before.companyName} size={44} />}
      badges={<ChangeState status={status} isSoft />}
      facts={[
        namesOf(change),
        <span key="by">
          {t('review.requested', { name: requestedBy ?? t('someone') })} <RelativeTime at={createdAt} form="ago" />
        </span>,
        <TextLink key="partner" to="/admin/partners/$id" params={{ id: partnerAccount.id }} size="sm">
          {t('review.partner')}
        </TextLink>,
      ]}
    />
  );
}

/** The changes before and after one in the list that the admin came from. A decision goes on with the next. */
function useChangeNeighbors(id: string, list: string | undefined) {
  const navigate = route.useNavigate();
  const { data, ...answer } = useQuery({
    ...query(CompanyChangeNeighborsInListDocument, { id, ...listed(changesOf(list)) }),
    placeholderData: keepPreviousData,
  });
  const neighbors = data?.companyChangeNeighbors;
  const following = neighbors?.next;
  const next = following && {
    companyName: following.before.companyName,
    open: () => void navigate({ params: { id: following.id }, search: { list } }),
  };
  return { neighbors, next: next ?? undefined, answer };
}
