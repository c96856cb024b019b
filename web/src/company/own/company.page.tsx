import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { query } from '../../api/ask.ts';
import { OwnCompanyDocument, type CompanyPartsFragment } from '../../generated/company/graphql.ts';
import { PartnerRole } from '../../generated/enums.ts';
import { useViewer } from '../../session/session.store.ts';
import { CardSkeletons } from '../../shared/cards/card.skeletons.tsx';
import { Kbd } from '../../shared/keys/kbd.tsx';
import { useKeys } from '../../shared/keys/keys.ts';
import { ObjectTabs } from '../../shared/layout/page/object.tabs.tsx';
import { PageHeader } from '../../shared/layout/page/page.header.tsx';
import { Problem } from '../../shared/problem.tsx';
import { CompanyDialog } from './company.form.tsx';
import { CompanyOverview } from './company.overview.tsx';
import { OwnApplications } from './own.applications.tsx';

/** The company's own data, and the applications that made it a partner. Owners change the data. */
export function CompanyPage() {
  const { t } = useTranslation('company');
  const { tab }: { tab?: string | undefined } = useSearch({ strict: false });
  const navigate = useNavigate();
  const isOwner = useViewer().partnerRole === PartnerRole.Owner;
  const { data, error, isPending, isFetching, refetch } = useQuery(query(OwnCompanyDocument, {}));
  return (
    <>
      <PageHeader title={t('title')} actions={isOwner && data && <EditButton company={data.company} />} />
      <Problem error={error} retry={refetch} isRetrying={isFetching} />
      <ObjectTabs
        label={t('title')}
        current={tab}
        onTab={(next) => void navigate({ to: '.', search: { tab: next } })}
        tabs={[
          {
            id: 'data',
            title: t('tab.data'),
            render: () =>
              isPending ? <CardSkeletons /> : data && <CompanyOverview company={data.company} isOwner={isOwner} />,
          },
          { id: 'application', title: t('tab.application'), render: () => <OwnApplications /> },
        ]}
      />
    </>
  );
}

/** Opens the form. The key is E. */
function EditButton({ company }: { company: CompanyPartsFragment }) {
  const { t } = useTranslation('company');
  const [isEditing, { open, close }] = useDisclosure();
  useKeys([{ keys: 'e', label: t('edit'), run: open }]);
  return (
    <>
      <Button rightSection={<Kbd keys="e" />} aria-keyshortcuts="e" onClick={open}>
        {t('edit')}
      </Button>
      <CompanyDialog company={company} opened={isEditing} onClose={close} />
    </>
  );
}
