import { Stack, Text, Timeline } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../../api/ask.ts';
import { OwnApplicationsDocument, type OwnApplicationsQuery } from '../../generated/company/graphql.ts';
import { Card } from '../../shared/cards/card.tsx';
import { stateOf } from '../../shared/data/application.state.ts';
import { Loading } from '../../shared/data/loading.tsx';
import { StatusBadge } from '../../shared/data/status.badge.tsx';
import { useFormat } from '../../shared/format.ts';
import { Problem } from '../../shared/problem.tsx';

type Application = OwnApplicationsQuery['ownApplications'][number];

/** The applications that became partnerships, newest first, with what we told the applicant. */
export function OwnApplications() {
  const { data, error, isFetching, refetch } = useQuery(query(OwnApplicationsDocument, {}));
  const problem = <Problem error={error} retry={refetch} isRetrying={isFetching} />;
  if (!data) return error ? problem : <Loading />;
  return (
    <Stack maw={720}>
      {problem}
      {data.ownApplications.toReversed().map((application) => (
        <OwnApplication key={application.partnershipType} application={application} />
      ))}
    </Stack>
  );
}

function OwnApplication({ application }: { application: Application }) {
  const { t } = useTranslation(['company', 'common']);
  const { dateTime } = useFormat();
  const { companyName, partnershipType, submittedAt, history } = application;
  return (
    <Card
      title={t('application', { type: t(`common:partnershipType.${partnershipType}`) })}
      aside={companyName}
      end={<StatusBadge state={stateOf(application)} />}
    >
      <Timeline bulletSize={16} lineWidth={2} active={history.length}>
        <Timeline.Item title={t('submitted')}>
          <When at={dateTime(submittedAt)} />
        </Timeline.Item>
        {history.map(({ status, withdrawn, message, changedAt }) => (
          <Timeline.Item key={changedAt} title={t(`common:applicationStatus.${withdrawn ? 'WITHDRAWN' : status}`)}>
            <When at={dateTime(changedAt)} />
            {message !== null && (
              <Text size="sm" mt={4} style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
                {message}
              </Text>
            )}
          </Timeline.Item>
        ))}
      </Timeline>
    </Card>
  );
}

const When = ({ at }: { at: string }) => (
  <Text size="sm" c="dimmed">
    {at}
  </Text>
);
