import { Text, Timeline as Steps } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApplicationPartsFragment } from '../../generated/admin/graphql.ts';
import { useFormat } from '../../shared/format.ts';
import { IconArrowBackUp, IconGavel, IconMail, IconNote, IconSend } from '../../shared/icons.tsx';
import { MailState } from '../mails/mail.state.tsx';

interface Entry {
  key: string;
  at: string;
  icon: ReactNode;
  title: ReactNode;
  body?: ReactNode;
}

/** Notes, status changes and emails, newest first. */
export function Timeline({ application }: { application: ApplicationPartsFragment }) {
  const { dateTime } = useFormat();
  const entries = useEntries(application);
  return (
    <Steps bulletSize={26} lineWidth={2}>
      {entries.map(({ key, at, icon, title, body }) => (
        <Steps.Item key={key} bullet={icon} title={title}>
          <Text size="sm" c="dimmed" mb={4}>
            {dateTime(at)}
          </Text>
          {body}
        </Steps.Item>
      ))}
    </Steps>
  );
}

function useEntries({ createdAt, contactName, notes, statusHistory, emails }: ApplicationPartsFragment): Entry[] {
  const { t } = useTranslation(['admin', 'common']);
  const words = (text: string) => (
    <Text size="sm" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
      {text}
    </Text>
  );
  const entries: Entry[] = [
    {
      key: 'submitted',
      at: createdAt,
      icon: <IconSend size={14} aria-hidden />,
      title: t('timeline.submitted', { name: contactName }),
    },
    ...notes.map(({ id, authorName, note, createdAt: at }) => ({
      key: id,
      at,
      icon: <IconNote size={14} aria-hidden />,
      title: t('timeline.note', { name: authorName }),
      body: words(note),
    })),
    ...statusHistory.map(({ to, withdrawn, changedBy: name, message, changedAt: at }, index) => ({
      key: `${at} ${to}`,
      at,
      icon: withdrawn ? <IconArrowBackUp size={14} aria-hidden /> : <IconGavel size={14} aria-hidden />,
      title: withdrawn
        ? t('timeline.withdrawn', { name })
        : statusHistory[index - 1]?.withdrawn
          ? t('timeline.reopened', { name })
          : t('timeline.changed', { name, status: t(`common:applicationStatus.${to}`) }),
      body: message && words(message),
    })),
    ...emails.map((email) => ({
      key: email.id,
      at: email.createdAt,
      icon: <IconMail size={14} aria-hidden />,
      title: t('timeline.mail', { recipient: email.recipient }),
      body: <MailState email={email} />,
    })),
  ];
  return entries.toSorted((one, other) => other.at.localeCompare(one.at));
}
