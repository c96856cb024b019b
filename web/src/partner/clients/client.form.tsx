import { Stack } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask.ts';
import { queryClient } from '../../api/query.client.ts';
import {
  CreateClientDocument,
  UpdateClientDocument,
  type ClientPartsFragment,
} from '../../generated/partner/graphql.ts';
import { useChange } from '../../shared/forms/change.ts';
import { ConflictFields, touched } from '../../shared/forms/conflict.fields.tsx';
import { Conflict } from '../../shared/forms/conflict.tsx';
import { Dialog } from '../../shared/dialog.tsx';
import { DraftNote } from '../../shared/forms/draft.note.tsx';
import { useDraftForm } from '../../shared/forms/draft.ts';
import { FormButtons } from '../../shared/forms/form.buttons.tsx';
import { useFieldRules } from '../../shared/forms/field.rules.ts';
import { Problem } from '../../shared/problem.tsx';
import { randomKey } from '../../shared/forms/random.key.ts';
import { shown } from '../../shared/shown.text.ts';
import { useSubmission } from '../../shared/forms/submission.ts';
import { BillingField, ContactFields, useClientRules, valuesOf } from './client.fields.tsx';
import { useClientWords } from './client.words.ts';
import { PlanInput, type Plans } from './plan.input.tsx';

interface DialogProps {
  opened: boolean;
  onClose: () => void;
}

const EMPTY = {
  companyName: '',
  contactName: '',
  contactEmail: '',
  subscriptionTier: '',
  contactPhone: '',
  billingOwnedByReseller: true,
};
type Values = typeof EMPTY;

interface NewClientProps {
  /** To choose from. The last used one is proposed. */
  plans: Plans;
  onCreated: (id: string) => void;
}

export function NewClientDialog({ plans, onCreated, ...dialog }: DialogProps & NewClientProps) {
  const { t } = useTranslation('portal');
  return (
    <Dialog {...dialog} title={t('clients.add')} size="lg">
      <NewClientForm plans={plans} onCancel={dialog.onClose} onCreated={onCreated} />
    </Dialog>
  );
}

function NewClientForm({ plans, onCancel, onCreated }: NewClientProps & { onCancel: () => void }) {
  const { t } = useTranslation('portal');
  const rules = useClientRules();
  const { required } = useFieldRules();
  const attempt = useRef({ values: '', key: '' });
  const { form, draft } = useDraftForm('client:new', {
    initialValues: { ...EMPTY, subscriptionTier: plans.find(({ isLatest }) => isLatest)?.name ?? '' },
    validate: { ...rules, subscriptionTier: required(60) },
  });
  /** Same entries, same key: submitting twice creates one client. */
  const keyFor = (values: Values) => {
    const text = JSON.stringify(values);
    if (attempt.current.values !== text) attempt.current = { values: text, key: randomKey() };
    return attempt.current.key;
  };
  const { onSubmit, isPending, problem } = useSubmission(form, {
    draft,
    reasonAt: { CLIENT_EMAIL: 'contactEmail' },
    send: async (values) => {
      const input = { ...values, contactPhone: shown(values.contactPhone) || null };
      return (await ask(CreateClientDocument, { input, idempotencyKey: keyFor(values) })).createClientAccount.id;
    },
    done: (id) => {
      void queryClient.invalidateQueries();
      onCreated(id);
    },
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <DraftNote draft={draft} />
        <ContactFields form={form}>
          <PlanInput
            plans={plans}
            label={t('client.subscriptionTier')}
            description={t('client.tierHint')}
            key={form.key('subscriptionTier')}
            {...form.getInputProps('subscriptionTier')}
          />
        </ContactFields>
        <BillingField form={form} />
        <Problem error={problem} />
        <FormButtons action={t('clients.create')} onCancel={onCancel} isPending={isPending} />
      </Stack>
    </form>
  );
}

export function EditClientDialog({ client, ...dialog }: DialogProps & { client: ClientPartsFragment }) {
  const { t } = useTranslation('portal');
  return (
    <Dialog {...dialog} title={t('client.edit')} size="lg">
      <EditClientForm client={client} onClose={dialog.onClose} />
    </Dialog>
  );
}

function EditClientForm({ client, onClose }: { client: ClientPartsFragment; onClose: () => void }) {
  const { t } = useTranslation('common');
  const words = useClientWords();
  const { id } = client;
  const present = valuesOf(client);
  const { form, draft } = useDraftForm(`client:${id}`, {
    initialValues: present,
    version: client.version,
    validate: useClientRules(),
  });
  // Version of the form's start, because the page behind it may reload.
  const { missed, send } = useChange({ id, version: draft.version ?? client.version });
  const { onSubmit, isPending, problem } = useSubmission(form, {
    draft,
    reasonAt: { CLIENT_EMAIL: 'contactEmail' },
    send: (values) => {
      const { contactPhone, ...others } = touched(values, missed ? present : draft.initial);
      const input = contactPhone === undefined ? others : { ...others, contactPhone: shown(contactPhone) || null };
      return send((expectedVersion) => ask(UpdateClientDocument, { id, input, expectedVersion }));
    },
    done: () => {
      void queryClient.invalidateQueries();
      onClose();
    },
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <DraftNote draft={draft} />
        <ContactFields form={form} />
        <BillingField form={form} />
        {missed ? (
          <Conflict missed={missed} kind="client" words={words} action={t('save')}>
            <ConflictFields form={form} initial={draft.initial} present={present} words={words} />
          </Conflict>
        ) : (
          <Problem error={problem} />
        )}
        <FormButtons action={t('save')} onCancel={onClose} isPending={isPending} />
      </Stack>
    </form>
  );
}
