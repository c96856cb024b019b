import { Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ask, query } from '../../api/ask.ts';
import { InterfaceKey, WebhookEndpointStatus } from '../../generated/enums.ts';
import { DeliveriesDocument } from '../../generated/webhooks/graphql.ts';
import { EmptyState } from '../../shared/data/empty.state.tsx';
import { IconSend } from '../../shared/icons.tsx';
import { readAll } from '../../shared/list/bulk/read.all.ts';
import { useSelection } from '../../shared/list/bulk/selection.ts';
import { List, pageOf } from '../../shared/list/list.tsx';
import type { SearchChange } from '../../shared/list/list.types.ts';
import { useEventName, type Delivery, type Endpoint } from '../webhook.words.ts';
import type { DeliveriesSearch } from '../webhooks.search.ts';
import { useDeliveryActions } from './delivery.actions.tsx';
import { useDeliveryColumns, useDeliveryFilters, useDeliveryTabs } from './delivery.columns.tsx';
import { DeliveryPeek } from './delivery.peek.tsx';
import { pollingOf } from './delivery.polling.ts';
import { ResendDialog } from './resend.dialog.tsx';

/** The deliveries of an endpoint in the last 30 days, and the ways to send events again. */
export function DeliveryList({ endpoint: { id: endpointId, status } }: { endpoint: Endpoint }) {
  const { t } = useTranslation('webhooks');
  const nameOf = useEventName();
  const [isResending, resending] = useDisclosure();
  // Admins and partners have the same page at different addresses.
  const search: DeliveriesSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const change = (changes: SearchChange, replace = false) =>
    void navigate({ to: '.', search: (before) => ({ ...before, ...changes }), replace });
  const { types, createdFrom, createdTo } = search;
  const filter = { types, createdFrom, createdTo, status: search.status && [search.status] };
  const answer = useQuery({
    ...query(DeliveriesDocument, { endpointId, filter, ...pageOf(search) }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => pollingOf(state.data?.webhookDeliveries.items),
  });
  const list = answer.data?.webhookDeliveries;
  const selection = useSelection<Delivery>(list?.items ?? [], JSON.stringify(filter));
  const { actions, dialog } = useDeliveryActions(selection);
  const loadAll = () =>
    readAll(async (part) => (await ask(DeliveriesDocument, { endpointId, filter, ...part })).webhookDeliveries.items);
  const isEnabled = status === WebhookEndpointStatus.Enabled;
  const allowed = isEnabled ? actions : [];
  return (
    <>
      <Group justify="space-between" mb="sm">
        <Text size="sm" c="dimmed">
          {t(isEnabled ? 'deliveries.lead' : 'deliveries.enableFirst')}
        </Text>
        {isEnabled && (
          <Button size="xs" variant="default" leftSection={<IconSend size={16} aria-hidden />} onClick={resending.open}>
            {t('deliveries.resendMany')}
          </Button>
        )}
      </Group>
      <List
        isPart
        title={t('tab.deliveries')}
        columnsKey={InterfaceKey.ColumnsDeliveries}
        columns={useDeliveryColumns()}
        tabs={useDeliveryTabs()}
        filters={useDeliveryFilters(search)}
        list={list}
        answer={answer}
        search={search}
        onSearch={change}
        nameOf={({ type }) => nameOf(type)}
        renderPeek={(id) => <DeliveryPeek key={id} id={id} actions={allowed} />}
        {...(allowed.length > 0 && { actions: allowed, selection, loadAll })}
        empty={<EmptyState title={t('deliveries.none')}>{t('deliveries.noneHint')}</EmptyState>}
      />
      {dialog}
      <ResendDialog
        endpointId={endpointId}
        listed={{ from: createdFrom, to: createdTo }}
        opened={isResending}
        onClose={resending.close}
      />
    </>
  );
}
