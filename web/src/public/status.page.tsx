import { Button, Group, Paper, Stack, Text, Timeline, Title } from '@mantine/core';
import { useDisclosure, useHash } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queryClient } from '../api/query.client.ts';
import { post } from '../api/transport.ts';
import { ApplicationStatus } from '../generated/enums.ts';
import {
  ApplicationStatusDocument,
  WithdrawApplicationDocument,
  type ApplicantPartsFragment,
} from '../generated/public/graphql.ts';
import { stateOf } from '../shared/data/application.state.ts';
import { ConfirmDialog } from '../shared/confirm.dialog.tsx';
import { EmptyState } from '../shared/data/empty.state.tsx';
import { useFormat } from '../shared/format.ts';
import { Loading } from '../shared/data/loading.tsx';
import { ButtonLink } from '../shared/layout/links.tsx';
import { PageTitle } from '../shared/layout/page/page.title.tsx';
import { Problem } from '../shared/problem.tsx';
import { PublicLayout } from '../shared/layout/public.layout.tsx';
import { StatusBadge } from '../shared/data/status.badge.tsx';

/** Status page. The link gives access; its token stays in the fragment, which reaches no server. */
export function StatusPage() {
  const { t } = useTranslation('apply');
  const [hash] = useHash({ getInitialValueInEffect: false });
  const token = hash.replace(/^#/, '');
  const { data, error, isLoading, isFetching, refetch } = useQuery({
    queryKey: ['application-status', token],
    queryFn: ({ signal }) => post(ApplicationStatusDocument, { token }, { signal }),
    enabled: token !== '',
  });
  const view = data?.applicationStatus;
  return (
    <PublicLayout>
      <PageTitle title={t('status.title')} />
      <Stack maw={640} mx="auto" py={{ base: 'md', sm: 48 }} gap="lg">
        {isLoading && <Loading />}
        <Problem error={error} retry={refetch} isRetrying={isFetching} />
        {!isLoading && !error && !view && (
          <EmptyState isPage title={t('status.missing')}>
            {t('status.missingHint')}
          </EmptyState>
        )}
        {view && <Application view={view} token={token} />}
      </Stack>
    </PublicLayout>
  );
}

const OPEN: ApplicationStatus[] = [ApplicationStatus.Pending, ApplicationStatus.Reviewing];

function Application({ view, token }: { view: ApplicantPartsFragment; token: string }) {
  const { t } = useTranslation(['apply', 'common']);
  const { date } = useFormat();
  const { companyName, partnershipType, status, submittedAt } = view;
  const state = stateOf(view);
  return (
    <>
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={1} fz={{ base: 28, sm: 36 }}>
            {companyName}
          </Title>
          <Text c="dimmed" mt={4}>
            {t('status.lead', { type: t(`common:partnershipType.${partnershipType}`), date: date(submittedAt) })}
          </Text>
        </div>
        <StatusBadge state={state} />
      </Group>
      <Text>{t(`status.means.${state}`)}</Text>
      {state === 'APPROVED' && <Next to="/sign-in">{t('common:signIn.title')}</Next>}
      {(state === 'REJECTED' || state === 'WITHDRAWN') && <Next to="/apply">{t('status.again')}</Next>}
      <Paper withBorder p={{ base: 'md', xs: 'xl' }} radius="lg">
        <Title order={2} size="h4" mb="lg">
          {t('status.history')}
        </Title>
        <History view={view} />
      </Paper>
      {OPEN.includes(status) && <Withdrawal companyName={companyName} token={token} />}
    </>
  );
}

const Next = ({ to, children }: { to: '/sign-in' | '/apply'; children: string }) => (
  <div>
    <ButtonLink to={to}>{children}</ButtonLink>
  </div>
);

function History({ view: { submittedAt, history } }: { view: ApplicantPartsFragment }) {
  const { t } = useTranslation(['apply', 'common']);
  const { dateTime } = useFormat();
  return (
    <Timeline bulletSize={16} lineWidth={2} active={history.length}>
      <Timeline.Item title={t('status.submitted')}>
        <Text size="sm" c="dimmed">
          {dateTime(submittedAt)}
        </Text>
      </Timeline.Item>
      {history.map(({ status, withdrawn, message, changedAt }) => (
        <Timeline.Item key={changedAt} title={t(`common:applicationStatus.${withdrawn ? 'WITHDRAWN' : status}`)}>
          <Text size="sm" c="dimmed">
            {dateTime(changedAt)}
          </Text>
          {message && (
            <Text size="sm" mt={4} style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
              {message}
            </Text>
          )}
        </Timeline.Item>
      ))}
    </Timeline>
  );
}

function Withdrawal({ companyName, token }: { companyName: string; token: string }) {
  const { t } = useTranslation('apply');
  const [isOpen, { open, close }] = useDisclosure();
  return (
    <div>
      <Button variant="default" onClick={open}>
        {t('status.withdraw')}
      </Button>
      <ConfirmDialog
        opened={isOpen}
        onClose={close}
        title={t('status.withdraw')}
        action={t('status.withdraw')}
        isDangerous
        act={async () => {
          await post(WithdrawApplicationDocument, { token });
          await queryClient.invalidateQueries();
        }}
      >
        <Text>{t('status.withdrawMeans', { company: companyName })}</Text>
      </ConfirmDialog>
    </div>
  );
}
