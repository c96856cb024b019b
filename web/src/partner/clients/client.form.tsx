import { Button, Checkbox, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask.ts';
import { queryClient } from '../../api/query.client.ts';
import {
  CreateClientDocument,
  UpdateClientDocument,
  type ClientPartsFragment,
} from '../../generated/partner/graphql.ts';
import { useFieldRules } from '../../shared/field.rules.ts';
import { Problem } from '../../shared/problem.tsx';
import { randomKey } from '../../shared/random.key.ts';
import { shown } from '../../shared/shown.text.ts';
import { useSubmission } from '../../shared/submission.ts';

interface DialogProps {
  opened: boolean;
  onClose: () => void;
}

const EMPTY = {
  companyName: '',
  contactName: '',
  contactEmail: '',
  contactPhone: '',
  subscriptionTier: '',
  billingOwnedByReseller: true,
};
type Values = typeof EMPTY;

export function NewClientDialog({ onCreated, ...dialog }: DialogProps & { onCreated: (id: string) => void }) {
  const { t } = useTranslation('portal');
  return (
    <Modal {...dialog} title={t('clients.add')} size="lg">
      <ClientForm
        initialValues={EMPTY}
        hasTier
        action={t('clients.create')}
        onCancel={dialog.onClose}
        send={async (values, idempotencyKey) => {
          const input = { ...values, contactPhone: shown(values.contactPhone) || null };
          const { createClientAccount } = await ask(CreateClientDocument, { input, idempotencyKey });
          return createClientAccount.id;
        }}
        done={onCreated}
      />
    </Modal>
  );
}

export function EditClientDialog({ client, ...dialog }: DialogProps & { client: ClientPartsFragment }) {
  const { t } = useTranslation(['portal', 'common']);
  return (
    <Modal {...dialog} title={t('client.edit')} size="lg">
      <ClientForm
        initialValues={{ ...client, contactPhone: client.contactPhone ?? '' }}
        action={t('common:save')}
        onCancel={dialog.onClose}
        send={async ({ companyName, contactName, contactEmail, contactPhone, billingOwnedByReseller }) => {
          const phone = shown(contactPhone) || null;
          const input = { companyName, contactName, contactEmail, contactPhone: phone, billingOwnedByReseller };
          await ask(UpdateClientDocument, { id: client.id, input, expectedVersion: client.version });
        }}
        done={dialog.onClose}
      />
    </Modal>
  );
}

interface ClientFormProps<Result> {
  initialValues: Values;
  /** Whether the tier is asked for too: later it is changed with the subscription. */
  hasTier?: boolean;
  action: string;
  onCancel: () => void;
  /** The key stays the same while the form is open: sent twice is sent once. */
  send: (values: Values, idempotencyKey: string) => Promise<Result>;
  done: (result: Result) => void;
}

function ClientForm<Result>({ initialValues, hasTier = false, action, onCancel, send, done }: ClientFormProps<Result>) {
  const { t } = useTranslation(['portal', 'common']);
  const { required, email, optional } = useFieldRules();
  const attempt = useRef({ values: '', key: '' });
  const form = useForm<Values>({
    mode: 'uncontrolled',
    initialValues,
    validate: {
      companyName: required(200),
      contactName: required(200),
      contactEmail: email,
      contactPhone: optional(40),
      ...(hasTier ? { subscriptionTier: required(60) } : {}),
    },
  });
  const keyFor = (values: Values) => {
    const text = JSON.stringify(values);
    if (attempt.current.values !== text) attempt.current = { values: text, key: randomKey() };
    return attempt.current.key;
  };
  const { onSubmit, isPending, problem } = useSubmission(form, {
    send: (values) => send(values, keyFor(values)),
    done: (result) => {
      void queryClient.invalidateQueries();
      done(result);
    },
  });
  const field = (name: keyof Values) => ({ key: form.key(name), ...form.getInputProps(name) });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <TextInput label={t('client.companyName')} data-autofocus {...field('companyName')} />
        <TextInput label={t('client.contactName')} {...field('contactName')} />
        <TextInput label={t('client.contactEmail')} type="email" {...field('contactEmail')} />
        <TextInput
          label={`${t('client.contactPhone')} (${t('common:optional')})`}
          type="tel"
          {...field('contactPhone')}
        />
        {hasTier && (
          <TextInput
            label={t('client.subscriptionTier')}
            description={t('client.tierHint')}
            {...field('subscriptionTier')}
          />
        )}
        <Checkbox
          label={t('client.billing')}
          key={form.key('billingOwnedByReseller')}
          {...form.getInputProps('billingOwnedByReseller', { type: 'checkbox' })}
        />
        <Problem error={problem} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel} disabled={isPending}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={isPending}>
            {action}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
