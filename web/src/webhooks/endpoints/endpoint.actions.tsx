import { Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, query } from '../../api/ask.ts';
import { queryClient } from '../../api/query.client.ts';
import { WebhookEndpointStatus } from '../../generated/enums.ts';
import {
  ArchiveEndpointDocument,
  EndpointsDocument,
  TestEndpointDocument,
  UpdateEndpointDocument,
} from '../../generated/webhooks/graphql.ts';
import { ConfirmDialog } from '../../shared/confirm.dialog.tsx';
import type { RowAction } from '../../shared/list/list.types.ts';
import { showToast } from '../../shared/toasts.tsx';
import { useIsAdmin } from '../area.link.tsx';
import { placeOf, type Endpoint } from '../webhook.words.ts';
import { EditEndpointDialog } from './endpoint.dialog.tsx';
import { RotateSecretDialog } from './rotate.secret.dialog.tsx';

const DEEDS = ['enable', 'test', 'edit', 'rotate', 'disable', 'archive'] as const;
type Deed = (typeof DEEDS)[number];

const KEYS: Record<Deed, string> = { test: 't', edit: 'e', rotate: 'r', enable: 'a', disable: 'o', archive: 'd' };

const isEnabled = ({ status }: Endpoint): boolean => status === WebhookEndpointStatus.Enabled;

const APPLIES: Partial<Record<Deed, (endpoint: Endpoint) => boolean>> = {
  test: isEnabled,
  disable: isEnabled,
  enable: (endpoint) => !isEnabled(endpoint),
};

/** Actions of an endpoint, for its row's menu, its page and keys. */
export function useEndpointActions(): { actions: RowAction<Endpoint>[]; dialogs: ReactNode } {
  const { t } = useTranslation('webhooks');
  const [chosen, setChosen] = useState<{ id: string; deed: Deed }>();
  const { data } = useQuery(query(EndpointsDocument, {}));
  const [isOpen, { open, close }] = useDisclosure();
  const actions = DEEDS.map((deed): RowAction<Endpoint> => {
    const applies = APPLIES[deed];
    return {
      id: deed,
      label: t(`deed.${deed}`),
      keys: KEYS[deed],
      isSingle: true,
      isDanger: deed === 'archive',
      ...(applies && { applies }),
      run: ([endpoint]) => {
        if (!endpoint) return;
        setChosen({ id: endpoint.id, deed });
        open();
      },
    };
  });
  const dialogOf = (deed: Deed) => ({ opened: isOpen && chosen?.deed === deed, onClose: close });
  const endpoint = data?.webhookEndpoints.find(({ id }) => id === chosen?.id);
  const dialogs = endpoint && (
    <>
      {(['test', 'enable', 'disable', 'archive'] as const).map((deed) => (
        <DeedDialog key={deed} deed={deed} endpoint={endpoint} {...dialogOf(deed)} />
      ))}
      <EditEndpointDialog key={endpoint.id} endpoint={endpoint} {...dialogOf('edit')} />
      <RotateSecretDialog endpoint={endpoint} {...dialogOf('rotate')} />
    </>
  );
  return { actions, dialogs };
}

const CALLS = {
  test: ({ id }: Endpoint) => ask(TestEndpointDocument, { id }),
  enable: ({ id, version: expectedVersion }: Endpoint) =>
    ask(UpdateEndpointDocument, { id, input: { isEnabled: true }, expectedVersion }),
  disable: ({ id, version: expectedVersion }: Endpoint) =>
    ask(UpdateEndpointDocument, { id, input: { isEnabled: false }, expectedVersion }),
  archive: ({ id }: Endpoint) => ask(ArchiveEndpointDocument, { id }),
} as const;

interface DeedDialogProps {
  deed: keyof typeof CALLS;
  endpoint: Endpoint;
  opened: boolean;
  onClose: () => void;
}

function DeedDialog({ deed, endpoint, ...dialog }: DeedDialogProps) {
  const { t } = useTranslation('webhooks');
  const navigate = useNavigate();
  const all = useIsAdmin() ? '/admin/developers' : '/partner/developers';
  return (
    <ConfirmDialog
      {...dialog}
      title={t(`ask.${deed}`, { place: placeOf(endpoint) })}
      action={t(`deed.${deed}`)}
      isDangerous={deed === 'archive'}
      act={async () => {
        await CALLS[deed](endpoint);
        if (deed === 'archive') await navigate({ to: all });
        await queryClient.invalidateQueries();
        showToast(t(`done.${deed}`));
      }}
    >
      <Text>{t(`means.${deed}`)}</Text>
    </ConfirmDialog>
  );
}
