import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { IconPlus } from '../shared/icons.tsx';
import { Kbd } from '../shared/keys/kbd.tsx';
import { useKeys } from '../shared/keys/keys.ts';
import { ObjectTabs } from '../shared/layout/page/object.tabs.tsx';
import { PageHeader } from '../shared/layout/page/page.header.tsx';
import { ApiGuide } from './api.guide.tsx';
import { NewEndpointDialog } from './endpoints/endpoint.dialog.tsx';
import { EndpointList } from './endpoints/endpoint.list.tsx';
import { EventCatalogue } from './event.catalogue.tsx';
import type { DevelopersSearch } from './webhooks.search.ts';

/** Webhook endpoints of a partner account or of the platform, their events, and the way to the API. */
export function DevelopersPage() {
  const { t } = useTranslation(['webhooks', 'developers']);
  const [isMaking, making] = useDisclosure();
  // Admins and partners have the same page at different addresses.
  const search: DevelopersSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  useKeys([{ keys: 'c', label: t('developers:make'), run: making.open }]);
  const make = (
    <Button onClick={making.open} leftSection={<IconPlus size={16} aria-hidden />} rightSection={<Kbd keys="c" />}>
      {t('developers:make')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('developers:title')} actions={make} />
      <ObjectTabs
        label={t('developers:title')}
        current={search.tab}
        onTab={(tab) => void navigate({ to: '.', search: { tab } })}
        tabs={[
          { id: 'endpoints', title: t('tab.endpoints'), render: () => <EndpointList make={make} /> },
          { id: 'events', title: t('tab.events'), render: () => <EventCatalogue /> },
          { id: 'api', title: t('tab.api'), render: () => <ApiGuide /> },
        ]}
      />
      <NewEndpointDialog opened={isMaking} onClose={making.close} />
    </>
  );
}
