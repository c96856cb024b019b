import { Anchor, Divider, Grid, Paper, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { query } from '../../api/ask.ts';
import { ApplicationDetailsDocument, type ApplicationPartsFragment } from '../../generated/admin/graphql.ts';
import { stateOf } from '../../shared/data/application.state.ts';
import { EmptyState } from '../../shared/data/empty.state.tsx';
import { Facts } from '../../shared/data/facts.tsx';
import { useFormat } from '../../shared/format.ts';
import { TextLink, WebsiteLink } from '../../shared/layout/links.tsx';
import { Loading } from '../../shared/data/loading.tsx';
import { PageHeader } from '../../shared/layout/page.header.tsx';
import { Problem } from '../../shared/problem.tsx';
import { useViewer } from '../../session/session.store.ts';
import { mayReview } from '../rights.ts';
import { Assignee } from './assignee.tsx';
import { Decision } from './decision.tsx';
import { Duplicates } from './duplicates.tsx';
import { Neighbors } from './neighbors.tsx';
import { NoteForm } from './note.form.tsx';
import { StatusBadge } from '../../shared/data/status.badge.tsx';
import { Timeline } from './timeline.tsx';

const route = getRouteApi('/admin/applications/$id');

export function ApplicationPage() {
  const { t } = useTranslation(['admin', 'common']);
  const { dateTime } = useFormat();
  const { id } = route.useParams();
  const search = route.useSearch();
  const reviews = mayReview(useViewer());
  const { data, error, isPending, isFetching, refetch } = useQuery(query(ApplicationDetailsDocument, { id }));
  if (isPending) return <Loading />;
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
      <Neighbors id={application.id} search={search} />
      <PageHeader
        title={application.companyName}
        lead={`${t(`common:partnershipType.${application.partnershipType}`)}, ${dateTime(application.createdAt)}`}
        actions={<StatusBadge state={stateOf(application)} />}
      />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, lg: 7 }}>
          <ApplicationFacts application={application} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 5 }}>
          <Paper withBorder p="lg" radius="lg" mb="lg">
            {reviews ? (
              <>
                <Title order={2} size="h4" mb="md">
                  {t('decision.title')}
                </Title>
                <Decision key={application.id} application={application} />
                <Divider my="md" />
                <Assignee key={application.id} application={application} />
              </>
            ) : (
              <Facts facts={{ [t('assignee.label')]: application.assignee?.name ?? t('assignee.nobody') }} />
            )}
          </Paper>
          <Duplicates id={application.id} />
          <Paper withBorder p="lg" radius="lg">
            <Title order={2} size="h4" mb="md">
              {t('timeline.title')}
            </Title>
            {/* A new form for each application, so that drafts do not mix. */}
            {reviews && <NoteForm key={application.id} applicationId={application.id} />}
            <Timeline application={application} />
          </Paper>
        </Grid.Col>
      </Grid>
    </>
  );
}

function ApplicationFacts({ application }: { application: ApplicationPartsFragment }) {
  const { t } = useTranslation(['admin', 'common']);
  const { website, contactEmail, partnerAccount } = application;
  return (
    <Paper withBorder p="lg" radius="lg">
      <Facts
        facts={{
          [t('applications.contact')]: application.contactName,
          [t('application.email')]: <Anchor href={`mailto:${contactEmail}`}>{contactEmail}</Anchor>,
          [t('application.phone')]: application.contactPhone,
          [t('application.website')]: website && <WebsiteLink address={website} />,
          [t('applications.size')]: t(`common:companySize.${application.companySize}`),
          [t('application.industry')]: application.industry,
          [t('application.motivation')]: application.motivation,
          [t('application.targetMarket')]: application.targetMarket,
          [t('application.currentSolutions')]: application.currentSolutions,
          [t('application.additionalInformation')]: application.additionalInformation,
          ...(partnerAccount
            ? {
                [t('application.partner')]: (
                  <TextLink to="/admin/partners/$id" params={{ id: partnerAccount.id }}>
                    {t('application.toPartner')}
                  </TextLink>
                ),
              }
            : {}),
        }}
      />
    </Paper>
  );
}
