import { SegmentedControl } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApplicationDetailsQuery, ApplicationPartsFragment } from '../../generated/admin/graphql.ts';
import { Card, CardSection } from '../../shared/card.tsx';
import { IconArrowBackUp, IconGavel, IconMail, IconPencil, IconSend } from '../../shared/icons.tsx';
import { Mark } from '../../shared/marks/mark.tsx';
import { RelativeTime } from '../../shared/time/relative.time.tsx';
import { MailState } from '../mails/mail.state.tsx';
import { useActorName } from '../../activity/sentence.tsx';
import { EditedValues, useEditedNames } from './edit/edits.tsx';
import classes from './application.module.css';

const KINDS = ['all', 'notes', 'emails', 'versions'] as const;

interface Entry {
  key: string;
  at: string;
  kind: 'notes' | 'emails' | 'versions' | 'steps';
  /** The initials of a person, or an icon. */
  mark: ReactNode;
  title: ReactNode;
  body?: ReactNode;
}

type Edit = ApplicationDetailsQuery['auditEvents']['items'][number];

interface TimelineProps {
  application: ApplicationPartsFragment;
  /** Changes of the answers. */
  edits: readonly Edit[];
  /** The form of a note, above the entries. */
  children?: ReactNode;
}

/** Notes, status changes and emails, newest first. */
export function Timeline({ application, edits, children }: TimelineProps) {
  const { t } = useTranslation('admin');
  const entries = useEntries(application, edits);
  const [shown, setShown] = useState<(typeof KINDS)[number]>('all');
  const count = (kind: (typeof KINDS)[number]) => entries.filter((entry) => entry.kind === kind).length;
  return (
    <Card
      title={t('timeline.title')}
      aside={
        <SegmentedControl
          size="xs"
          aria-label={t('timeline.show')}
          value={shown}
          onChange={setShown}
          data={KINDS.filter((kind) => kind !== 'versions' || count(kind) > 0).map((kind) => ({
            value: kind,
            label: t(`timeline.${kind}`, { count: count(kind) }),
          }))}
        />
      }
    >
      {children && <CardSection>{children}</CardSection>}
      <CardSection>
        <ol className={classes['entries']}>
          {entries
            .filter(({ kind }) => shown === 'all' || kind === shown)
            .map(({ key, at, mark, title, body }) => (
              <li key={key} className={classes['entry']}>
                {mark}
                <div className={classes['event']}>
                  <div className={classes['title']}>
                    <span>{title}</span>
                    <span className={classes['when']}>
                      <RelativeTime at={at} form="ago" />
                    </span>
                  </div>
                  {body}
                </div>
              </li>
            ))}
        </ol>
      </CardSection>
    </Card>
  );
}

const inCircle = (icon: ReactNode) => <span className={classes['icon']}>{icon}</span>;

function useEntries(application: ApplicationPartsFragment, edits: readonly Edit[]): Entry[] {
  const { createdAt, contactName, notes, statusHistory, emails } = application;
  const { t } = useTranslation(['admin', 'common']);
  const namesOf = useEditedNames();
  const actorName = useActorName();
  const words = (text: string) => <p className={classes['quote']}>{text}</p>;
  const entries: Entry[] = [
    {
      key: 'submitted',
      at: createdAt,
      kind: 'steps',
      mark: inCircle(<IconSend size={12} aria-hidden />),
      title: t('timeline.submitted', { name: contactName }),
    },
    ...notes.map(({ id, authorName, note, createdAt: at }) => ({
      key: id,
      at,
      kind: 'notes' as const,
      mark: <Mark name={authorName} kind="person" />,
      title: t('timeline.note', { name: authorName }),
      body: words(note),
    })),
    ...statusHistory.map(({ to, withdrawn, changedBy: name, message, changedAt: at }, index) => ({
      key: `${at} ${to}`,
      at,
      kind: 'steps' as const,
      mark: inCircle(withdrawn ? <IconArrowBackUp size={12} aria-hidden /> : <IconGavel size={12} aria-hidden />),
      title: withdrawn
        ? t('timeline.withdrawn', { name })
        : statusHistory[index - 1]?.withdrawn
          ? t('timeline.reopened', { name })
          : t('timeline.changed', { name, status: t(`common:applicationStatus.${to}`) }),
      body: message && words(message),
    })),
    ...edits.map(({ id, occurredAt, actor, changes }) => ({
      key: id,
      at: occurredAt,
      kind: 'versions' as const,
      mark: inCircle(<IconPencil size={12} aria-hidden />),
      title: t('timeline.edited', { name: actorName(actor), fields: namesOf(changes) ?? t('timeline.answers') }),
      body: <EditedValues changes={changes} />,
    })),
    ...emails.map((email) => ({
      key: email.id,
      at: email.createdAt,
      kind: 'emails' as const,
      mark: inCircle(<IconMail size={12} aria-hidden />),
      title: t('timeline.mail', { recipient: email.recipient }),
      body: <MailState email={email} />,
    })),
  ];
  return entries.toSorted((one, other) => other.at.localeCompare(one.at));
}
