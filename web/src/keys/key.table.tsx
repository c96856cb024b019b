import { ActionIcon, Badge, Code, Group, Menu, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../api/ask.ts';
import { queryClient } from '../api/query.client.ts';
import { RevokeApiKeyDocument } from '../generated/keys/graphql.ts';
import { useViewer } from '../session/session.store.ts';
import { ConfirmDialog } from '../shared/confirm.dialog.tsx';
import { useFormat } from '../shared/format.ts';
import { ToneBadge } from '../shared/data/tone.badge.tsx';
import { IconDots } from '../shared/icons.tsx';
import { RotateApiKeyDialog } from './rotate.api-key.dialog.tsx';
import { mayChange, mayRotate, type ApiKey } from './scopes.ts';
import { UsesDialog } from './uses.dialog.tsx';

type Deed = 'uses' | 'rotate' | 'revoke';

export function KeyTable({ keys }: { keys: ApiKey[] }) {
  const { t } = useTranslation('keys');
  const [chosen, setChosen] = useState<{ apiKey: ApiKey; deed: Deed }>();
  const [isOpen, { open, close }] = useDisclosure();
  const choose = (apiKey: ApiKey, deed: Deed) => {
    setChosen({ apiKey, deed });
    open();
  };
  const dialogOf = (deed: Deed) => ({ opened: isOpen && chosen?.deed === deed, onClose: close });
  return (
    <Table.ScrollContainer minWidth={640}>
      <Table verticalSpacing="sm" aria-label={t('title')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('name')}</Table.Th>
            <Table.Th>{t('prefix')}</Table.Th>
            <Table.Th>{t('access')}</Table.Th>
            <Table.Th>{t('lastUsed')}</Table.Th>
            <Table.Th>{t('expires')}</Table.Th>
            <Table.Th ta="right">{t('actions')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {keys.map((apiKey) => (
            <KeyRow key={apiKey.id} apiKey={apiKey} onChoose={(deed) => choose(apiKey, deed)} />
          ))}
        </Table.Tbody>
      </Table>
      {chosen && (
        <>
          <UsesDialog key={chosen.apiKey.id} apiKey={chosen.apiKey} {...dialogOf('uses')} />
          <RotateApiKeyDialog apiKey={chosen.apiKey} {...dialogOf('rotate')} />
          <RevokeDialog apiKey={chosen.apiKey} {...dialogOf('revoke')} />
        </>
      )}
    </Table.ScrollContainer>
  );
}

function KeyRow({ apiKey, onChoose }: { apiKey: ApiKey; onChoose: (deed: Deed) => void }) {
  const { t } = useTranslation('keys');
  const { date, dateTime } = useFormat();
  const { name, prefix, scopes, allowedAddresses, createdByName, lastUsedAt, expiresAt, replacedBy } = apiKey;
  return (
    <Table.Tr>
      <Table.Td>
        <Group gap="xs">
          <Text size="sm" fw={500}>
            {name}
          </Text>
          {replacedBy && <ToneBadge color="gray">{t('replaced')}</ToneBadge>}
        </Group>
        <Text size="xs" c="dimmed">
          {t('by', { name: createdByName })}
        </Text>
      </Table.Td>
      <Table.Td>
        <Code>{prefix}…</Code>
      </Table.Td>
      <Table.Td>
        <Group gap={4}>
          {scopes.map((scope) => (
            <Badge key={scope} variant="default" tt="none">
              {t(`scope.${scope}`)}
            </Badge>
          ))}
        </Group>
        {allowedAddresses.length > 0 && (
          <Text size="xs" c="dimmed" mt={4} title={allowedAddresses.join('\n')}>
            {t('addressesCount', { count: allowedAddresses.length })}
          </Text>
        )}
      </Table.Td>
      <Table.Td>{lastUsedAt ? dateTime(lastUsedAt) : t('never')}</Table.Td>
      <Table.Td>{expiresAt ? (replacedBy ? dateTime(expiresAt) : date(expiresAt)) : t('never')}</Table.Td>
      <Table.Td ta="right">
        <KeyMenu apiKey={apiKey} onChoose={onChoose} />
      </Table.Td>
    </Table.Tr>
  );
}

function KeyMenu({ apiKey, onChoose }: { apiKey: ApiKey; onChoose: (deed: Deed) => void }) {
  const { t } = useTranslation('keys');
  const viewer = useViewer();
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={`${t('actions')}: ${apiKey.name}`}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onChoose('uses')}>{t('uses')}</Menu.Item>
        {mayRotate(viewer, apiKey) && <Menu.Item onClick={() => onChoose('rotate')}>{t('rotate')}</Menu.Item>}
        {mayChange(viewer, apiKey) && (
          <Menu.Item color="red" onClick={() => onChoose('revoke')}>
            {t('revoke')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function RevokeDialog({ apiKey, ...dialog }: { apiKey: ApiKey; opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('keys');
  return (
    <ConfirmDialog
      {...dialog}
      title={t('revokeTitle', { name: apiKey.name })}
      action={t('revoke')}
      isDangerous
      act={async () => {
        await ask(RevokeApiKeyDocument, { id: apiKey.id });
        await queryClient.invalidateQueries();
        notifications.show({ message: t('revoked') });
      }}
    >
      <Text>{t('revokeMeans')}</Text>
    </ConfirmDialog>
  );
}
