import { Button, Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ActivityList, ZoneName } from '../activity/activity.list.tsx';
import type { ObjectLink } from '../activity/sentence.tsx';
import { query } from '../api/ask.ts';
import { EndpointsDocument } from '../generated/webhooks/graphql.ts';
import { CardSkeletons } from '../shared/cards/card.skeletons.tsx';
import { EmptyState } from '../shared/data/empty.state.tsx';
import { useFormat } from '../shared/format.ts';
import { IconChevronDown } from '../shared/icons.tsx';
import { Kbd } from '../shared/keys/kbd.tsx';
import { useKeys } from '../shared/keys/keys.ts';
import { ObjectHead } from '../shared/layout/page/object.head.tsx';
import { ObjectTabs } from '../shared/layout/page/object.tabs.tsx';
import { Mark } from '../shared/marks/mark.tsx';
import { Problem } from '../shared/problem.tsx';
import { DevelopersLink } from './area.link.tsx';
import { DeliveryList } from './deliveries/delivery.list.tsx';
import { SELDOM } from './deliveries/delivery.polling.ts';
import { useEndpointActions } from './endpoints/endpoint.actions.tsx';
import { EndpointNotes } from './endpoints/endpoint.notes.tsx';
import { EndpointState, EndpointTypes } from './endpoints/endpoint.state.tsx';
import { placeOf, type Endpoint } from './webhook.words.ts';
import type { DeliveriesSearch } from './webhooks.search.ts';

/** An endpoint with its deliveries. There are ten endpoints at most, so the page reads their list. */
export function EndpointPage() {
  const { t } = useTranslation(['webhooks', 'developers']);
  const { id } = useParams({ strict: false });
  const { data, error, isPending, isFetching, refetch } = useQuery({
    ...query(EndpointsDocument, {}),
    refetchInterval: SELDOM, // its state changes with its deliveries
  });
  if (isPending) return <CardSkeletons />;
  const problem = <Problem error={error} retry={refetch} isRetrying={isFetching} />;
  if (!data) return problem;
  const endpoint = data.webhookEndpoints.find((each) => each.id === id);
  if (!endpoint) {
    return (
      <EmptyState isPage title={t('missing')}>
        <DevelopersLink>{t('developers:title')}</DevelopersLink>
      </EmptyState>
    );
  }
  return (
    <>
      {problem}
      <EndpointHead endpoint={endpoint} />
      <EndpointNotes endpoint={endpoint} />
      <EndpointTabs endpoint={endpoint} />
    </>
  );
}

function EndpointHead({ endpoint }: { endpoint: Endpoint }) {
  const { t } = useTranslation(['webhooks', 'developers']);
  const { date } = useFormat();
  const { description, types, createdAt } = endpoint;
  return (
    <ObjectHead
      title={placeOf(endpoint)}
      crumb={<DevelopersLink>{t('developers:title')}</DevelopersLink>}
      mark={<Mark name={placeOf(endpoint)} size={44} />}
      badges={<EndpointState endpoint={endpoint} isSoft />}
      facts={[
        ...(description == null ? [] : [description]),
        <EndpointTypes key="types" types={types} />,
        t('since', { date: date(createdAt) }),
      ]}
      actions={<EndpointButtons endpoint={endpoint} />}
    />
  );
}

/** The first actions as buttons, and the others in a menu. */
const SHOWN = 2;

function EndpointButtons({ endpoint }: { endpoint: Endpoint }) {
  const { t } = useTranslation('webhooks');
  const { actions, dialogs } = useEndpointActions();
  const possible = actions.filter(({ applies }) => applies?.(endpoint) ?? true);
  useKeys(possible.flatMap(({ keys, label, run }) => (keys ? [{ keys, label, run: () => run([endpoint]) }] : [])));
  return (
    <>
      {possible.slice(0, SHOWN).map(({ id, label, keys, run }) => (
        <Button
          key={id}
          variant="default"
          rightSection={keys && <Kbd keys={keys} />}
          aria-keyshortcuts={keys}
          onClick={() => run([endpoint])}
        >
          {label}
        </Button>
      ))}
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden />}>
            {t('more')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {possible.slice(SHOWN).map(({ id, label, keys, isDanger, run }) => (
            <Menu.Item
              key={id}
              {...(isDanger ? { color: 'red' } : {})}
              rightSection={keys && <Kbd keys={keys} />}
              onClick={() => run([endpoint])}
            >
              {label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {dialogs}
    </>
  );
}

/** The endpoint is the only object of its activity, and its page is this one. */
const noLink: ObjectLink = (_object, _event, text) => text;

function EndpointTabs({ endpoint }: { endpoint: Endpoint }) {
  const { t } = useTranslation('webhooks');
  const { tab }: DeliveriesSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  return (
    <ObjectTabs
      label={placeOf(endpoint)}
      current={tab}
      onTab={(next) => void navigate({ to: '.', search: { tab: next } })}
      tabs={[
        { id: 'deliveries', title: t('tab.deliveries'), render: () => <DeliveryList endpoint={endpoint} /> },
        {
          id: 'activity',
          title: t('tab.activity'),
          render: () => (
            <>
              <ZoneName />
              <ActivityList label={t('tab.activity')} filter={{ targetId: endpoint.id }} link={noLink} />
            </>
          ),
        },
      ]}
    />
  );
}
