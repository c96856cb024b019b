import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { query } from '../../../api/ask.ts';
import { ApplicationDetailsDocument, type ApplicationPartsFragment } from '../../../generated/admin/graphql.ts';
import { useViewer } from '../../../session/session.store.ts';
import { stateOf } from '../../../shared/data/application.state.ts';
import { EmptyState } from '../../../shared/data/empty.state.tsx';
import { StatusBadge } from '../../../shared/data/status.badge.tsx';
import { WebsiteLink } from '../../../shared/layout/links.tsx';
import { PeekFacts, PeekFoot, PeekHeading, PeekPart } from '../../../shared/list/peek/peek.parts.tsx';
import { Skeletons } from '../../../shared/list/rows/skeletons.tsx';
import { Problem } from '../../../shared/problem.tsx';
import { RelativeTime } from '../../../shared/time/relative.time.tsx';
import { mayReview } from '../../rights.ts';
import { Assignee } from '../assignee.tsx';
import { loadApplication } from '../application.loading.ts';
import { DecisionBar } from '../decision/decision.bar.tsx';
import { Duplicates } from '../known/duplicates.tsx';
import { NoteForm } from '../notes/note.form.tsx';
import { Timeline } from '../timeline.tsx';

interface ApplicationPeekProps {
  id: string;
  /** The list goes on with this application after a decision. */
  next: { id: string; companyName: string; open: () => void } | undefined;
  /** Keys decide on the selected applications, not on this one. */
  isSelecting: boolean;
}

/** An application beside its list: what is needed to decide. */
export function ApplicationPeek({ id, next, isSelecting }: ApplicationPeekProps) {
  const { t } = useTranslation(['admin', 'common']);
  const reviews = mayReview(useViewer());
  const { data, error, isPending, isFetching, refetch } = useQuery(query(ApplicationDetailsDocument, { id }));
  useEffect(() => {
    if (next?.id !== undefined) loadApplication(next.id);
  }, [next?.id]);
  if (isPending) return <Skeletons />;
  const problem = <Problem error={error} retry={refetch} isRetrying={isFetching} />;
  const application = data?.partnerApplication;
  if (!application) return data ? <EmptyState title={t('application.missing')} /> : problem;
  return (
    <>
      {problem}
      <PeekHeading
        name={application.companyName}
        about={t(`common:partnershipType.${application.partnershipType}`)}
        state={<StatusBadge state={stateOf(application)} isSoft />}
      />
      <PeekPart>
        <Duplicates id={id} />
        <Facts application={application} />
        {reviews && <Assignee application={application} />}
      </PeekPart>
      <Words application={application} />
      <PeekPart>
        <Timeline application={application} edits={data.auditEvents.items}>
          {reviews && <NoteForm applicationId={id} />}
        </Timeline>
      </PeekPart>
      {reviews && (
        <PeekFoot>
          <DecisionBar application={application} next={next} hasKeys={!isSelecting} />
        </PeekFoot>
      )}
    </>
  );
}

interface PartProps {
  application: ApplicationPartsFragment;
}

function Facts({ application }: PartProps) {
  const { t } = useTranslation(['admin', 'common']);
  const { contactName, contactEmail, contactPhone, website, companySize, industry, createdAt } = application;
  return (
    <PeekFacts
      facts={{
        [t('applications.contact')]: contactName,
        [t('application.email')]: <Anchor href={`mailto:${contactEmail}`}>{contactEmail}</Anchor>,
        [t('application.phone')]: contactPhone,
        [t('application.website')]: website && <WebsiteLink address={website} />,
        [t('applications.size')]: t(`common:companySize.${companySize}`),
        [t('application.industry')]: industry,
        [t('applications.submitted')]: <RelativeTime at={createdAt} form="ago" />,
      }}
    />
  );
}

function Words({ application }: PartProps) {
  const { t } = useTranslation('admin');
  const { motivation, targetMarket, currentSolutions, additionalInformation } = application;
  const words = Object.entries({ motivation, targetMarket, currentSolutions, additionalInformation } as const);
  return (
    <PeekPart>
      {words.map(
        ([field, text]) =>
          text && (
            <div key={field}>
              <Text c="dimmed" size="xs">
                {t(`application.${field as 'motivation'}`)}
              </Text>
              <Text style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{text}</Text>
            </div>
          ),
      )}
    </PeekPart>
  );
}
