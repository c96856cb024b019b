import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { query } from '../../api/ask.ts';
import { ApplicationDetailsDocument, type ApplicationPartsFragment } from '../../generated/admin/graphql.ts';
import { ApplicationStatus } from '../../generated/enums.ts';
import { useViewer } from '../../session/session.store.ts';
import { stateOf } from '../../shared/data/application.state.ts';
import { EmptyState } from '../../shared/data/empty.state.tsx';
import { CardSkeletons } from '../../shared/cards/card.skeletons.tsx';
import { StatusBadge } from '../../shared/data/status.badge.tsx';
import { TextLink } from '../../shared/layout/links.tsx';
import { Neighbors } from '../../shared/layout/page/neighbors.tsx';
import { ObjectHead } from '../../shared/layout/page/object.head.tsx';
import { Mark } from '../../shared/marks/mark.tsx';
import { Problem } from '../../shared/problem.tsx';
import { RelativeTime } from '../../shared/time/relative.time.tsx';
import { mayReview } from '../rights.ts';
import { ApplicationFacts } from './application.facts.tsx';
import classes from './application.module.css';
import { Assignee } from './assignee.tsx';
import { DecisionBar } from './decision/decision.bar.tsx';
import { Duplicates } from './known/duplicates.tsx';
import { EditButton } from './edit/edit.button.tsx';
import { Known } from './known/known.tsx';
import { useNeighbors } from './neighbors.ts';
import { NoteForm } from './notes/note.form.tsx';
import { Timeline } from './timeline.tsx';

const route = getRouteApi('/admin/applications/$id');

/** One application, to decide on. */
export function ApplicationPage() {
  const { t } = useTranslation('admin');
  const { id } = route.useParams();
  const reviews = mayReview(useViewer());
  const next = useNext(id);
  const { data, error, isPending, isFetching, refetch } = useQuery(query(ApplicationDetailsDocument, { id }));
  if (isPending) return <CardSkeletons />;
  const problem = <Problem error={error} retry={refetch} isRetrying={isFetching} />;
  if (!data) return problem;
  const application = data.partnerApplication;
  if (!application) {
    return (
      <EmptyState isPage title={t('application.missing')}>
        <TextLink to="/admin/applications">{t('neighbors.list')}</TextLink>
      </EmptyState>
    );
  }
  return (
    <>
      {problem}
      <Head application={application} />
      <div className={classes['columns']}>
        <div className={classes['column']}>
          <Duplicates id={application.id} />
          <ApplicationFacts
            application={application}
            edit={reviews && isUndecided(application) && <EditButton key={application.id} application={application} />}
          />
        </div>
        <div className={classes['column']}>
          <Known application={application} />
          <Timeline application={application} edits={data.auditEvents.items}>
            {/* A new form for each application, so that drafts do not mix. */}
            {reviews && <NoteForm key={application.id} applicationId={application.id} />}
          </Timeline>
        </div>
      </div>
      {reviews && <DecisionBar key={application.id} application={application} next={next} />}
    </>
  );
}

function Head({ application }: { application: ApplicationPartsFragment }) {
  const { t } = useTranslation(['admin', 'common']);
  const search = route.useSearch();
  const reviews = mayReview(useViewer());
  const { id, companyName, partnershipType, assignee, createdAt } = application;
  return (
    <ObjectHead
      title={companyName}
      crumb={
        <TextLink to="/admin/applications" search={search} activeOptions={{ exact: true }} c="inherit">
          {t('neighbors.list')}
        </TextLink>
      }
      position={<Neighbors {...useNeighbors(id, search)} />}
      mark={<Mark name={companyName} size={44} />}
      badges={<StatusBadge state={stateOf(application)} isSoft />}
      facts={[
        t(`common:partnershipType.${partnershipType}`),
        <>
          {t('application.submitted')} <RelativeTime at={createdAt} form="ago" />
        </>,
        ...(reviews ? [] : [`${t('assignee.label')}: ${assignee?.name ?? t('assignee.nobody')}`]),
      ]}
      actions={reviews && <Assignee key={id} application={application} />}
    />
  );
}

const isUndecided = ({ status }: ApplicationPartsFragment): boolean =>
  status === ApplicationStatus.Pending || status === ApplicationStatus.Reviewing;

/** The next application of the list that the user works through. Without a filter, a decision stays on its page. */
function useNext(id: string) {
  const navigate = useNavigate();
  const search = route.useSearch();
  const { neighbors } = useNeighbors(id, search);
  const next = neighbors?.next;
  const isFiltered = Object.values(search).some((value) => value !== undefined);
  if (!next || !isFiltered) return undefined;
  return {
    companyName: next.companyName,
    open: () => void navigate({ to: '/admin/applications/$id', params: { id: next.id }, search }),
  };
}
