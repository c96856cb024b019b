import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask.ts';
import { queryClient } from '../../api/query.client.ts';
import { SubscriptionStatus } from '../../generated/enums.ts';
import {
  UpdateSubscriptionDocument,
  type ClientPartsFragment,
  type ClientSubscriptionInput,
} from '../../generated/partner/graphql.ts';
import { useChange } from '../../shared/forms/change.ts';
import { ConfirmChange } from '../../shared/forms/confirm.change.tsx';
import { ConflictFields } from '../../shared/forms/conflict.fields.tsx';
import { Conflict } from '../../shared/forms/conflict.tsx';
import { Dialog } from '../../shared/dialog.tsx';
import { Kbd } from '../../shared/keys/kbd.tsx';
import { useKeys } from '../../shared/keys/keys.ts';
import { DraftNote } from '../../shared/forms/draft.note.tsx';
import { useDraftForm } from '../../shared/forms/draft.ts';
import { useFieldRules } from '../../shared/forms/field.rules.ts';
import { Problem } from '../../shared/problem.tsx';
import { useSubmission } from '../../shared/forms/submission.ts';
import { useClientWords } from './client.words.ts';

const { Active, Suspended, Canceled } = SubscriptionStatus;

interface ClientProps {
  client: ClientPartsFragment;
}

const change = async (id: string, input: ClientSubscriptionInput, expectedVersion: number) => {
  await ask(UpdateSubscriptionDocument, { id, input, expectedVersion });
  await queryClient.invalidateQueries();
};

/** Actions on a subscription, each with a confirmation. */
export function SubscriptionActions({ client }: ClientProps) {
  const { t } = useTranslation('portal');
  const words = useClientWords();
  const [{ next, thing }, plan] = useState<{ next: SubscriptionStatus; thing: ClientPartsFragment }>({
    next: Suspended,
    thing: client,
  });
  const [isConfirming, confirming] = useDisclosure();
  const [isChangingTier, tier] = useDisclosure();
  const offer = (status: SubscriptionStatus) => () => {
    plan({ next: status, thing: client });
    confirming.open();
  };
  useKeys(
    client.subscriptionStatus === Canceled ? [] : [{ keys: 'p', label: t('subscription.changeTier'), run: tier.open }],
  );
  // Dialogs stay open if another user cancels, because they hold entries.
  return (
    <>
      {client.subscriptionStatus === Canceled ? (
        <Text size="sm" c="dimmed">
          {t('subscription.isFinal')}
        </Text>
      ) : (
        <Group gap="sm">
          <Button size="xs" variant="default" rightSection={<Kbd keys="p" />} onClick={tier.open}>
            {t('subscription.changeTier')}
          </Button>
          {client.subscriptionStatus === Active ? (
            <Button size="xs" variant="default" onClick={offer(Suspended)}>
              {t('subscription.to.SUSPENDED')}
            </Button>
          ) : (
            <Button size="xs" onClick={offer(Active)}>
              {t('subscription.to.ACTIVE')}
            </Button>
          )}
          <Button size="xs" variant="outline" color="red" onClick={offer(Canceled)}>
            {t('subscription.to.CANCELED')}
          </Button>
        </Group>
      )}
      <ConfirmChange
        thing={thing}
        kind="client"
        words={words}
        opened={isConfirming}
        onClose={confirming.close}
        title={t(`subscription.to.${next}`)}
        action={t(`subscription.to.${next}`)}
        {...(next === Canceled ? { isDangerous: true, keep: t('subscription.keep') } : {})}
        act={(expectedVersion) => change(client.id, { subscriptionStatus: next }, expectedVersion)}
      >
        <Text>{t(`subscription.means.${next}`, { company: client.companyName })}</Text>
      </ConfirmChange>
      <Dialog opened={isChangingTier} onClose={tier.close} title={t('subscription.changeTier')}>
        <TierForm client={client} onClose={tier.close} />
      </Dialog>
    </>
  );
}

function TierForm({ client, onClose }: ClientProps & { onClose: () => void }) {
  const { t } = useTranslation(['portal', 'common']);
  const { required } = useFieldRules();
  const words = useClientWords();
  const { id, subscriptionTier } = client;
  const { form, draft } = useDraftForm(`tier:${id}`, {
    initialValues: { subscriptionTier },
    version: client.version,
    validate: { subscriptionTier: required(60) },
  });
  const { missed, send } = useChange({ id, version: draft.version ?? client.version });
  const { onSubmit, isPending, problem } = useSubmission(form, {
    draft,
    send: (values) => send((expectedVersion) => change(id, values, expectedVersion)),
    done: onClose,
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <DraftNote draft={draft} />
        <TextInput
          label={t('client.subscriptionTier')}
          description={t('client.tierHint')}
          data-autofocus
          key={form.key('subscriptionTier')}
          {...form.getInputProps('subscriptionTier')}
        />
        {missed ? (
          <Conflict missed={missed} kind="client" words={words} action={t('common:save')}>
            <ConflictFields form={form} initial={draft.initial} present={{ subscriptionTier }} words={words} />
          </Conflict>
        ) : (
          <Problem error={problem} />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} disabled={isPending}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={isPending}>
            {t('common:save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
