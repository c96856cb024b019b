import { Paper, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { query } from '../../api/ask.ts';
import { ApplicationDetailsDocument } from '../../generated/graphql.ts';
import { EmptyState } from '../../shared/empty.state.tsx';
import { Facts } from '../../shared/facts.tsx';
import { useFormat } from '../../shared/format.ts';
import { Loading } from '../../shared/loading.tsx';
import { PageHeader } from '../../shared/page.header.tsx';
import { Problem } from '../../shared/problem.tsx';
import { ApplicationNotes } from './application.notes.tsx';
import { ApproveButton } from './approve.button.tsx';
import { StatusBadge } from './status.badge.tsx';

const route = getRouteApi('/admin/applications/$id');

export function ApplicationPage() {
  const { t } = useTranslation(['admin', 'common']);
  const { dateTime } = useFormat();
  const { id } = route.useParams();
  const { data, error, isPending } = useQuery(query(ApplicationDetailsDocument, { id }));
  if (isPending) return <Loading />;
  if (error) return <Problem error={error} />;
  const application = data.partnerApplication;
  if (!application) return <EmptyState title={t('application.missing')} />;
  return (
    <Stack>
      <PageHeader
        title={application.companyName}
        lead={`${t(`common:partnershipType.${application.partnershipType}`)}, ${dateTime(application.createdAt)}`}
        actions={
          <>
            <StatusBadge status={application.status} />
            <ApproveButton application={application} />
          </>
        }
      />
      <Paper withBorder p="lg" radius="lg">
        <Facts
          facts={{
            [t('applications.contact')]: application.contactName,
            [t('application.email')]: application.contactEmail,
            [t('application.phone')]: application.contactPhone,
            [t('application.website')]: application.website,
            [t('applications.size')]: t(`common:companySize.${application.companySize}`),
            [t('application.industry')]: application.industry,
            [t('application.motivation')]: application.motivation,
            [t('application.targetMarket')]: application.targetMarket,
            [t('application.currentSolutions')]: application.currentSolutions,
            [t('application.additionalInformation')]: application.additionalInformation,
          }}
        />
      </Paper>
      <ApplicationNotes id={application.id} notes={application.notes} />
    </Stack>
  );
}
