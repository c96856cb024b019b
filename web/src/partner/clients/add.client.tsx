import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { query } from '../../api/ask.ts';
import { ClientPlansDocument } from '../../generated/partner/graphql.ts';
import { IconPlus } from '../../shared/icons.tsx';
import { Kbd } from '../../shared/keys/kbd.tsx';
import { useKeys } from '../../shared/keys/keys.ts';
import { NewClientDialog } from './client.form.tsx';

interface AddClientProps {
  size?: 'xs';
  /** False if another button of the page has the key. */
  hasKey?: boolean;
}

/** Adds a client and opens its page. Keeps its own state, so that the page does not render again for the dialog. */
export function AddClient({ size, hasKey = true }: AddClientProps) {
  const { t } = useTranslation('portal');
  const navigate = useNavigate();
  const [isAdding, { open, close }] = useDisclosure();
  // Loaded ahead, because the form proposes the last used plan when it opens.
  const { data, isPending } = useQuery(query(ClientPlansDocument, {}));
  useKeys(hasKey ? [{ keys: 'c', label: t('clients.add'), run: open }] : []);
  return (
    <>
      <Button
        {...(size && { size })}
        leftSection={<IconPlus size={16} aria-hidden />}
        rightSection={hasKey && <Kbd keys="c" />}
        onClick={open}
      >
        {t('clients.add')}
      </Button>
      <NewClientDialog
        plans={data?.clientPlans ?? []}
        opened={isAdding && !isPending}
        onClose={close}
        onCreated={(id) => void navigate({ to: '/partner/clients/$id', params: { id } })}
      />
    </>
  );
}
