import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask.ts';
import { queryClient } from '../../api/query.client.ts';
import { SubscriptionStatus } from '../../generated/enums.ts';
import { UpdateSubscriptionDocument, type ClientPartsFragment } from '../../generated/partner/graphql.ts';
import { ConfirmDialog } from '../../shared/confirm.dialog.tsx';
import { useFieldRules } from '../../shared/field.rules.ts';
import { Problem } from '../../shared/problem.tsx';
import { useSubmission } from '../../shared/submission.ts';

const { Active, Suspended, Canceled } = SubscriptionStatus;

interface ClientProps {
  client: ClientPartsFragment;
}

const change = async ({ id, version }: ClientPartsFragment, input: { status?: SubscriptionStatus; tier?: string }) => {
  const { status: subscriptionStatus, tier: subscriptionTier } = input;
  await ask(UpdateSubscriptionDocument, {
    id,
    input: { subscriptionStatus, subscriptionTier },
    expectedVersion: version,
  });
  await queryClient.invalidateQueries();
};

/** What may become of a subscription; each says beforehand what will happen. */
export function SubscriptionActions({ client }: ClientProps) {
  const { t } = useTranslation('portal');
  const [next, setNext] = useState<SubscriptionStatus>(Suspended);
  const [isConfirming, confirming] = useDisclosure();
  const [isChangingTier, tier] = useDisclosure();
  const offer = (status: SubscriptionStatus) => () => {
    setNext(status);
    confirming.open();
  };
  return (
    <Group gap="sm">
      <Button size="xs" variant="default" onClick={tier.open}>
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
      <ConfirmDialog
        opened={isConfirming}
        onClose={confirming.close}
        title={t(`subscription.to.${next}`)}
        action={t(`subscription.to.${next}`)}
        isDangerous={next === Canceled}
        act={() => change(client, { status: next })}
      >
        <Text>{t(`subscription.means.${next}`, { company: client.companyName })}</Text>
      </ConfirmDialog>
      <TierDialog key={client.version} client={client} opened={isChangingTier} onClose={tier.close} />
    </Group>
  );
}

function TierDialog({ client, ...dialog }: ClientProps & { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation(['portal', 'common']);
  const { required } = useFieldRules();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { subscriptionTier: client.subscriptionTier },
    validate: { subscriptionTier: required(60) },
  });
  const { onSubmit, isPending, problem } = useSubmission(form, {
    send: ({ subscriptionTier }) => change(client, { tier: subscriptionTier }),
    done: dialog.onClose,
  });
  return (
    <Modal {...dialog} title={t('subscription.changeTier')}>
      <form onSubmit={onSubmit} noValidate>
        <Stack>
          <TextInput
            label={t('client.subscriptionTier')}
            description={t('client.tierHint')}
            data-autofocus
            key={form.key('subscriptionTier')}
            {...form.getInputProps('subscriptionTier')}
          />
          <Problem error={problem} />
          <Group justify="flex-end">
            <Button variant="default" onClick={dialog.onClose} disabled={isPending}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={isPending}>
              {t('common:save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
