import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../../session/session.store.ts';
import { mayManagePartners } from '../../admin/rights.ts';
import { IconPlus } from '../../shared/icons.tsx';
import { Kbd } from '../../shared/keys/kbd.tsx';
import { useKeys } from '../../shared/keys/keys.ts';
import { ObjectTabs } from '../../shared/layout/page/object.tabs.tsx';
import { PageHeader } from '../../shared/layout/page/page.header.tsx';
import { ReviewPreview } from '../review/review.tab.tsx';
import { PublishDialog } from './publish.dialog.tsx';
import { AllTerms } from './all.terms.tsx';

const route = getRouteApi('/admin/tiers');

/** The terms of each tier, present and later ones, and a preview of the evaluation. */
export function TiersPage() {
  const { t } = useTranslation('tiers');
  const { tab } = route.useSearch();
  const navigate = route.useNavigate();
  const [isPublishing, { open, close }] = useDisclosure();
  const mayPublish = mayManagePartners(useViewer());
  return (
    <>
      <PageHeader title={t('terms.title')} actions={mayPublish && <PublishButton open={open} />} />
      <ObjectTabs
        label={t('terms.title')}
        current={tab}
        onTab={(next) => void navigate({ search: (before) => ({ ...before, tab: next }) })}
        tabs={[
          { id: 'terms', title: t('terms.tab.terms'), render: () => <AllTerms mayWithdraw={mayPublish} /> },
          { id: 'review', title: t('terms.tab.review'), render: () => <ReviewPreview /> },
        ]}
      />
      {isPublishing && <PublishDialog onClose={close} />}
    </>
  );
}

function PublishButton({ open }: { open: () => void }) {
  const { t } = useTranslation('tiers');
  useKeys([{ keys: 'c', label: t('terms.publish'), run: open }]);
  return (
    <Button onClick={open} leftSection={<IconPlus size={16} aria-hidden />} rightSection={<Kbd keys="c" />}>
      {t('terms.publish')}
    </Button>
  );
}
