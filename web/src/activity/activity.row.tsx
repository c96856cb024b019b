import { ActionIcon, Collapse } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { AuditAction } from '../generated/enums.ts';
import type { ToldEventFragment } from '../generated/activity/graphql.ts';
import { useFormat } from '../shared/format.ts';
import { IconDots, IconKey, IconActivity } from '../shared/icons.tsx';
import { Mark } from '../shared/marks/mark.tsx';
import classes from './activity.module.css';
import { changedFields, type Change } from './changes.ts';
import { tellingOf } from './sentence.ts';
import { Sentence, useActorName, type ObjectLink } from './sentence.tsx';
import { useLabels, useValues } from './values.ts';

interface ActivityRowProps {
  event: ToldEventFragment;
  link: ObjectLink;
  showsPartner: boolean;
}

/** One event in one line. Its details open below it. */
export function ActivityRow({ event, link, showsPartner }: ActivityRowProps) {
  const { t } = useTranslation('activity');
  const { clock, exact } = useFormat();
  const [isOpen, { toggle }] = useDisclosure();
  const details = useId();
  return (
    <li className={classes['row']}>
      <div className={classes['line']}>
        <ActorMark actor={event.actor} />
        <span className={classes['sentence']}>
          <Sentence event={event} link={link} />
        </span>
        <span className={classes['change']}>
          <ShortChange event={event} link={link} showsPartner={showsPartner} />
        </span>
        <time className={classes['time']} dateTime={event.occurredAt} title={exact(event.occurredAt)}>
          {clock(event.occurredAt)}
        </time>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={28}
          aria-label={t('details')}
          title={t('details')}
          aria-expanded={isOpen}
          aria-controls={details}
          onClick={toggle}
        >
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </div>
      <Collapse id={details} expanded={isOpen} transitionDuration={0}>
        {isOpen && <Details event={event} />}
      </Collapse>
    </li>
  );
}

function ActorMark({ actor }: { actor: ToldEventFragment['actor'] }) {
  const name = useActorName()(actor);
  if (actor.apiKeyName != null) return <IconKey size={20} stroke={1.5} aria-hidden />;
  if (actor.kind === 'SYSTEM') return <IconActivity size={20} stroke={1.5} aria-hidden />;
  return <Mark name={name} kind="person" />;
}

/** New values of a new object are in its details only. */
const isChange = ([field, { from }]: [string, Change]): boolean => from !== null || field === 'reason';

/** The sentence has the name. Partners get no names of admins. */
const SAID_BY_NAME = new Set(['assigneeId', 'managerId', 'technicalManagerId']);

function ShortChange({ event, link, showsPartner }: ActivityRowProps) {
  const { t } = useTranslation('activity');
  const words = useChangeWords(event);
  const said = tellingOf(event).value?.[0];
  const [first, ...more] = changedFields(event.changes)
    .filter(isChange)
    .filter(([field]) => field !== 'reason' || event.type !== AuditAction.PartnerTierChanged)
    .filter(([field]) => !SAID_BY_NAME.has(field));
  if (first) {
    const [field, { from, to }] = first;
    if (field === 'reason') return <>“{String(to)}”</>;
    const change = said === field ? t('from', { from: words(field, from) }) : words(field, from, to);
    return (
      <>
        {change}
        {more.length > 0 && ` · ${t('more', { count: more.length })}`}
      </>
    );
  }
  const { partner, subject } = event;
  if (!showsPartner || partner?.name == null || partner.id === subject.id) return null;
  return link(partner, event, partner.name);
}

/** Says a value, or a change of it. */
function useChangeWords({ mentions }: ToldEventFragment) {
  const { t } = useTranslation('activity');
  const said = useValues();
  const nameOf = (id: string) => mentions.find((mention) => mention.id === id)?.name;
  return (field: string, from: unknown, to?: unknown): string =>
    to === undefined
      ? said(field, from, nameOf)
      : t('change', { from: said(field, from, nameOf), to: said(field, to, nameOf) });
}

function Details({ event }: { event: ToldEventFragment }) {
  const { t } = useTranslation('activity');
  const { exact } = useFormat();
  const words = useChangeWords(event);
  const labelOf = useLabels();
  const facts = [
    ...changedFields(event.changes).map(([field, { from, to }]): [string, string] => [
      labelOf(field),
      from === null ? words(field, to) : words(field, from, to),
    ]),
    [t('exactly'), exact(event.occurredAt)] as const,
    [t('ipAddress'), event.ipAddress] as const,
    [t('requestId'), event.requestId] as const,
  ];
  return (
    <dl className={classes['details']}>
      {facts
        .filter(([, value]) => value != null)
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
