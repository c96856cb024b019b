import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ActivityList, ZoneName } from '../../activity/activity.list.tsx';
import { adminLink } from '../../admin/object.link.tsx';
import { mayManagePartners } from '../../admin/rights.ts';
import { query } from '../../api/ask.ts';
import { AgreementDetailsDocument } from '../../generated/agreements/graphql.ts';
import { useViewer } from '../../session/session.store.ts';
import { CardSkeletons } from '../../shared/cards/card.skeletons.tsx';
import { EmptyState } from '../../shared/data/empty.state.tsx';
import { Kbd } from '../../shared/keys/kbd.tsx';
import { useKeys } from '../../shared/keys/keys.ts';
import { TextLink } from '../../shared/layout/links.tsx';
import { ObjectHead } from '../../shared/layout/page/object.head.tsx';
import { ObjectTabs } from '../../shared/layout/page/object.tabs.tsx';
import { Mark } from '../../shared/marks/mark.tsx';
import { Problem } from '../../shared/problem.tsx';
import type { Agreement } from '../agreement.words.ts';
import type { AcceptancesSearch } from '../agreements.search.ts';
import { AcceptanceList } from './acceptance.list.tsx';
import { useAudience } from './audience.ts';
import { PublishDialog } from './publish.dialog.tsx';
import { VersionList } from './version.list.tsx';

/** An agreement with its versions, and who has accepted them. */
export function AdminAgreementPage() {
  const { t } = useTranslation('agreements');
  const { id = '' } = useParams({ strict: false });
  const { data, error, isPending, isFetching, refetch } = useQuery(query(AgreementDetailsDocument, { id }));
  if (isPending) return <CardSkeletons />;
  const problem = <Problem error={error} retry={refetch} isRetrying={isFetching} />;
  if (!data) return problem;
  if (!data.agreement) {
    return (
      <EmptyState isPage title={t('missing')}>
        <TextLink to="/admin/agreements">{t('title')}</TextLink>
      </EmptyState>
    );
  }
  return (
    <>
      {problem}
      <AgreementHead agreement={data.agreement} />
      <AgreementTabs agreement={data.agreement} />
    </>
  );
}

function AgreementHead({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation('agreements');
  const audienceOf = useAudience();
  const mayPublish = mayManagePartners(useViewer());
  const { title, partner, isRequired } = agreement;
  const audience = partner ? (
    <TextLink key="partner" to="/admin/partners/$id" params={{ id: partner.id }} size="sm">
      {partner.companyName}
    </TextLink>
  ) : (
    audienceOf(agreement)
  );
  return (
    <ObjectHead
      title={title}
      crumb={
        <TextLink to="/admin/agreements" activeOptions={{ exact: true }} c="inherit">
          {t('title')}
        </TextLink>
      }
      mark={<Mark name={title} size={44} />}
      facts={[audience, t(isRequired ? 'isRequired' : 'isOptional')]}
      actions={mayPublish && <PublishButton agreement={agreement} />}
    />
  );
}

function PublishButton({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation('agreements');
  const [isPublishing, publishing] = useDisclosure();
  useKeys([{ keys: 'n', label: t('publish.title'), run: publishing.open }]);
  return (
    <>
      <Button size="xs" rightSection={<Kbd keys="n" />} onClick={publishing.open}>
        {t('publish.title')}
      </Button>
      <PublishDialog agreement={agreement} opened={isPublishing} onClose={publishing.close} />
    </>
  );
}

function AgreementTabs({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation('agreements');
  const { tab }: AcceptancesSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const { id, versions } = agreement;
  return (
    <ObjectTabs
      label={agreement.title}
      current={tab}
      onTab={(next) => void navigate({ to: '.', search: { tab: next } })}
      tabs={[
        {
          id: 'versions',
          title: t('tab.versions'),
          count: versions.length,
          render: () => <VersionList agreement={agreement} />,
        },
        { id: 'acceptances', title: t('tab.acceptances'), render: () => <AcceptanceList agreementId={id} /> },
        {
          id: 'activity',
          title: t('tab.activity'),
          render: () => (
            <>
              <ZoneName />
              <ActivityList label={t('tab.activity')} filter={{ targetId: id }} link={adminLink} />
            </>
          ),
        },
      ]}
    />
  );
}
