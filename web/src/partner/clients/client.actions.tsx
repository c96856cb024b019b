import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { SubscriptionStatus } from '../../generated/enums.ts';
import type { ClientPartsFragment } from '../../generated/partner/graphql.ts';
import { IconLogin2, IconPencil } from '../../shared/icons.tsx';
import { Kbd } from '../../shared/keys/kbd.tsx';
import { useKeys } from '../../shared/keys/keys.ts';
import { AccessDialog } from './access/access.dialog.tsx';
import { EditClientDialog } from './client.form.tsx';

/** Edit a client, and access its account. On its page and in the peek panel, for those who may change clients. */
export function ClientActions({ client }: { client: ClientPartsFragment }) {
  const { t } = useTranslation('portal');
  const [isEditing, editing] = useDisclosure();
  const [isEntering, entering] = useDisclosure();
  useKeys([{ keys: 'e', label: t('client.edit'), run: editing.open }]);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPencil size={16} aria-hidden />}
        rightSection={<Kbd keys="e" />}
        onClick={editing.open}
      >
        {t('client.edit')}
      </Button>
      {client.subscriptionStatus === SubscriptionStatus.Active && (
        <Button leftSection={<IconLogin2 size={16} aria-hidden />} onClick={entering.open}>
          {t('access.open')}
        </Button>
      )}
      <EditClientDialog client={client} opened={isEditing} onClose={editing.close} />
      <AccessDialog client={client} opened={isEntering} onClose={entering.close} />
    </>
  );
}
