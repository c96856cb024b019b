import { UnstyledButton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { AuditAction } from '../generated/enums.ts';
import { useKeys } from '../shared/keys/keys.ts';
import { Chips, ended, isSet } from '../shared/list/filters/chips.tsx';
import { FilterDrawer } from '../shared/list/filters/filter.drawer.tsx';
import { SearchField } from '../shared/list/filters/search.field.tsx';
import listClasses from '../shared/list/list.module.css';
import { ListTabs } from '../shared/list/list.tabs.tsx';
import type { Filter, SearchChange } from '../shared/list/list.types.ts';
import { dayOf, startOf } from '../shared/time/days.ts';
import { useTimeZone } from '../shared/time/time.zone.ts';
import { ZoneName } from './activity.list.tsx';
import classes from './activity.module.css';
import type { ActivitySearch } from './activity.search.ts';
import { actionsOf, KINDS, type Kind } from './kinds.ts';

interface ActivityFiltersProps {
  search: ActivitySearch;
  /** `replace` continues the same search: it replaces the history entry. */
  onSearch: (change: SearchChange, replace?: boolean) => void;
  /** People to choose from. */
  people: readonly { id: string; name: string }[];
  /** Kinds of actions that the reader never sees. */
  without?: readonly Kind[];
}

/** Groups of actions, then the same filters as every list has. */
export function ActivityFilters({ search, onSearch, people, without = [] }: ActivityFiltersProps) {
  const { t } = useTranslation(['activity', 'common']);
  const isPhone = useMediaQuery('(max-width: 40em)', false, { getInitialValueInEffect: false });
  const field = useRef<HTMLInputElement>(null);
  const kinds = KINDS.filter((kind) => !without.includes(kind));
  const filters = useFilters(search, people, kinds);
  useKeys([{ keys: '/', label: t('common:list.keys.find'), run: () => field.current?.focus() }]);
  const clear = () => onSearch(Object.assign({ search: undefined }, ...filters.map(ended)) as SearchChange);
  const isFiltered = search.search !== undefined || filters.some(isSet);
  return (
    <>
      <ListTabs
        label={t('kinds')}
        tabs={[{ id: undefined, label: t('everything') }, ...kinds.map((id) => ({ id, label: t(`kind.${id}`) }))]}
        status={search.status}
        onSearch={({ status }) => onSearch({ status, what: undefined })}
      />
      <div className={`${listClasses['tools']} ${classes['tools']}`}>
        <SearchField hint={t('searchHint')} value={search.search} fieldRef={field} onSearch={onSearch} />
        {isPhone ? (
          <FilterDrawer filters={filters} onSearch={onSearch} onClear={clear} total={undefined} />
        ) : (
          <Chips filters={filters} onSearch={onSearch} />
        )}
        {isFiltered && !isPhone && (
          <UnstyledButton className={listClasses['tab'] ?? ''} onClick={clear}>
            {t('common:list.clear')}
          </UnstyledButton>
        )}
        <ZoneName />
      </div>
    </>
  );
}

function useFilters(
  { status, who, what, since, until, partner, object }: ActivitySearch,
  people: ActivityFiltersProps['people'],
  kinds: readonly Kind[],
): Filter[] {
  const { t, i18n } = useTranslation(['activity', 'common']);
  const timeZone = useTimeZone();
  const actions = (status ? [status] : kinds).flatMap((kind) => actionsOf(kind));
  return [
    {
      kind: 'choices',
      id: 'who',
      label: t('who'),
      options: people.map(({ id, name }) => ({ value: id, label: name })),
      values: who ?? [],
      change: (values) => ({ who: values }),
    },
    {
      kind: 'choices',
      id: 'what',
      label: t('what'),
      options: actions
        .filter((action) => action !== AuditAction.Other)
        .map((action) => ({ value: action, label: t(`common:action.${action}`) }))
        .toSorted((one, other) => one.label.localeCompare(other.label, i18n.language)),
      values: what ?? [],
      change: (values) => ({ what: values }),
    },
    {
      kind: 'range',
      id: 'when',
      label: t('when'),
      from: since && startOf(since, timeZone).toISOString(),
      to: until && startOf(until, timeZone, 1).toISOString(),
      change: (from, to) => ({
        since: from && dayOf(from, timeZone),
        until: to && dayOf(Date.parse(to) - 1, timeZone),
      }),
    },
    // Links lead to these two. Nobody chooses from thousands of objects here.
    ...onlyOne('partner', t('partner'), t('onlyPartner'), partner),
    ...onlyOne('object', t('object'), t('onlyObject'), object),
  ];
}

function onlyOne(id: string, label: string, text: string, value: string | undefined): Filter[] {
  if (value === undefined) return [];
  const change = (values: string[] | undefined): SearchChange => ({ [id]: values?.[0] });
  return [{ kind: 'choices', id, label, isSingle: true, options: [{ value, label: text }], values: [value], change }];
}
