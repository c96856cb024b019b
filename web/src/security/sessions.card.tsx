import { Button, Group, List, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask, query } from '../api/ask.ts';
import { queryClient } from '../api/query.client.ts';
import {
  EndOtherSessionsDocument,
  EndSessionDocument,
  SessionsDocument,
  type SessionsQuery,
} from '../generated/security/graphql.ts';
import { ConfirmDialog } from '../shared/confirm.dialog.tsx';
import { useFormat } from '../shared/format.ts';
import { Problem } from '../shared/problem.tsx';
import { ToneBadge } from '../shared/data/tone.badge.tsx';
import { Card } from './card.tsx';
import { showToast } from '../shared/toasts.tsx';

type Session = SessionsQuery['sessions'][number];

export function SessionsCard() {
  const { t } = useTranslation('security');
  const [isEnding, ending] = useDisclosure();
  const { data, error } = useQuery(query(SessionsDocument, {}));
  const sessions = data?.sessions ?? [];
  return (
    <Card title={t('sessions.title')} lead={t('sessions.lead')}>
      <Problem error={error} />
      <List listStyleType="none" spacing="md">
        {sessions.map((session) => (
          <SessionItem key={session.id} session={session} />
        ))}
      </List>
      {sessions.length > 1 && (
        <Group>
          <Button variant="default" onClick={ending.open}>
            {t('sessions.endOthers')}
          </Button>
        </Group>
      )}
      <ConfirmDialog
        opened={isEnding}
        onClose={ending.close}
        title={t('sessions.endOthersTitle')}
        action={t('sessions.endOthers')}
        act={async () => {
          await ask(EndOtherSessionsDocument, {});
          await queryClient.invalidateQueries();
          showToast(t('sessions.othersEnded'));
        }}
      >
        <Text>{t('sessions.endOthersMeans')}</Text>
      </ConfirmDialog>
    </Card>
  );
}

function SessionItem({ session }: { session: Session }) {
  const { t } = useTranslation('security');
  const { dateTime } = useFormat();
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => ask(EndSessionDocument, { id: session.id }),
    onSuccess: async () => {
      showToast(t('sessions.ended'));
      await queryClient.invalidateQueries();
    },
  });
  const { browser, operatingSystem: system, address, isCurrent } = session;
  const device = browser && system ? t('sessions.device', { browser, system }) : (browser ?? system);
  const name = device ?? t('sessions.unknown');
  const times = { started: dateTime(session.startedAt), used: dateTime(session.lastUsedAt) };
  return (
    <List.Item styles={{ itemWrapper: { width: '100%' }, itemLabel: { width: '100%' } }}>
      <Group justify="space-between" wrap="nowrap">
        <div>
          <Group gap="xs">
            <Text fw={500}>{name}</Text>
            {isCurrent && <ToneBadge color="green">{t('sessions.current')}</ToneBadge>}
          </Group>
          <Text size="sm" c="dimmed">
            {t('sessions.detail', { address, ...times })}
          </Text>
        </div>
        {!isCurrent && (
          <Button
            size="compact-sm"
            variant="subtle"
            loading={isPending}
            aria-label={t('sessions.endNamed', { device: name })}
            onClick={() => mutate()}
          >
            {t('sessions.end')}
          </Button>
        )}
      </Group>
      <Problem error={error} />
    </List.Item>
  );
}
