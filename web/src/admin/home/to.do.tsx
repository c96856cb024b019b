import { Button, SegmentedControl } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HomeWorkQuery } from '../../generated/admin/graphql.ts';
import { useViewer } from '../../session/session.store.ts';
import { Card } from '../../shared/cards/card.tsx';
import { useFormat } from '../../shared/format.ts';
import { useKeys } from '../../shared/keys/keys.ts';
import { TextLink } from '../../shared/layout/links.tsx';
import { PlaceStatus } from '../../shared/list/place.status.tsx';
import { StatusMark } from '../../shared/marks/status.mark.tsx';
import { useTimeZone } from '../../shared/time/time.zone.ts';
import classes from './home.module.css';
import { mayManagePartners } from '../rights.ts';
import { GROUPS, groupOf, workOf, type Group, type WorkItem } from './work.ts';
import { WorkRow } from './work.row.tsx';

const WHOSE = ['mine', 'all'] as const;
type Whose = (typeof WHOSE)[number];

/** Rows before "Show more". */
const FEW = 12;

function GroupMark({ group }: { group: Group }) {
  if (group === 'failed' || group === 'provisioning') return <StatusMark shape="triangle" size={12} />;
  return group === 'late' && <StatusMark shape="diamond" size={12} />;
}

interface ToDoProps {
  work: HomeWorkQuery;
  whose: Whose;
  onWhose: (whose: Whose) => void;
}

/** The row with the keyboard's place: the first one, until J and K move it. It stays when its row is done and leaves. */
function useCurrent(items: readonly WorkItem[]) {
  const { t } = useTranslation();
  const [place, setPlace] = useState({ id: items[0]?.id, index: 0, hasMoved: false });
  const found = items.findIndex(({ id }) => id === place.id);
  const index = found >= 0 ? found : Math.max(0, Math.min(place.index, items.length - 1));
  const current = items[index];
  const id = current?.id;
  if (id !== place.id || index !== place.index) setPlace({ ...place, id, index });
  const move = (by: -1 | 1) => {
    const next = items[index + by];
    if (!next) return;
    setPlace({ id: next.id, index: index + by, hasMoved: true });
    document.getElementById(`work-${next.id}`)?.scrollIntoView({ block: 'nearest' });
  };
  useKeys([
    { keys: 'j', label: t('list.next'), run: () => move(1) },
    { keys: 'arrowdown', run: () => move(1) },
    { keys: 'k', label: t('list.previous'), run: () => move(-1) },
    { keys: 'arrowup', run: () => move(-1) },
  ]);
  return { current, index, hasMoved: place.hasMoved };
}

function useNameOf(): (item: WorkItem) => string {
  const { t } = useTranslation('home');
  return (item) => {
    if (item.kind === 'email') return item.email.recipient;
    if (item.kind === 'company') return item.change.before.companyName;
    return item.kind === 'provisioning' ? t('work.groups.provisioning') : item.application.companyName;
  };
}

/** The work that waits, oldest first, with the next step of each. */
export function ToDo({ work, whose, onWhose }: ToDoProps) {
  const { t } = useTranslation('home');
  const { number } = useFormat();
  const timeZone = useTimeZone();
  const [isLong, { toggle }] = useDisclosure();
  const { pending, reviewing, unassigned, mine } = work.waitingWork;
  const items = workOf(work, mayManagePartners(useViewer()));
  const nameOf = useNameOf();
  const shown = isLong ? items : items.slice(0, FEW);
  const { current, index, hasMoved } = useCurrent(shown);
  const counts = { mine: unassigned + mine, all: pending + reviewing };
  return (
    <Card
      isFlush
      title={t('work.title')}
      end={
        <SegmentedControl
          size="xs"
          aria-label={t('work.whose')}
          value={whose}
          onChange={(value) => onWhose(value === 'all' ? 'all' : 'mine')}
          data={WHOSE.map((value) => ({ value, label: `${t(`work.by.${value}`)} ${number(counts[value])}` }))}
        />
      }
    >
      <PlaceStatus name={hasMoved && current ? nameOf(current) : undefined} place={index + 1} total={shown.length} />
      {items.length === 0 && <p className={classes['nothing']}>{t('work.nothing')}</p>}
      {GROUPS.map((group) => {
        const rows = shown.filter((item) => groupOf(item, timeZone) === group);
        const { length } = items.filter((item) => groupOf(item, timeZone) === group);
        return (
          rows.length > 0 && (
            <div key={group}>
              <h3 className={classes['group']}>
                <GroupMark group={group} />
                {t(`work.groups.${group}`)} <span>{number(length)}</span>
              </h3>
              <ul className={classes['rows']}>
                {rows.map((item) => (
                  <WorkRow key={item.id} item={item} isCurrent={item === current} />
                ))}
              </ul>
            </div>
          )
        );
      })}
      <div className={classes['foot']}>
        {items.length > FEW && (
          <Button size="compact-xs" variant="subtle" onClick={toggle} aria-expanded={isLong}>
            {isLong ? t('work.fewer') : t('work.more', { count: items.length - FEW })}
          </Button>
        )}
        <TextLink to="/admin/applications" search={{ status: 'UNDECIDED' }} size="xs">
          {t('work.whole')}
        </TextLink>
      </div>
    </Card>
  );
}
