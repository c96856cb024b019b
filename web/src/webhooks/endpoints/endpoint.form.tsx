import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask.ts';
import { queryClient } from '../../api/query.client.ts';
import { CreateEndpointDocument, UpdateEndpointDocument } from '../../generated/webhooks/graphql.ts';
import { useChange } from '../../shared/forms/change.ts';
import { ConflictFields, touched } from '../../shared/forms/conflict.fields.tsx';
import { Conflict } from '../../shared/forms/conflict.tsx';
import { DraftNote } from '../../shared/forms/draft.note.tsx';
import { useDraftForm } from '../../shared/forms/draft.ts';
import { FormButtons } from '../../shared/forms/form.buttons.tsx';
import { useSubmission } from '../../shared/forms/submission.ts';
import { Problem } from '../../shared/problem.tsx';
import { showToast } from '../../shared/toasts.tsx';
import type { Endpoint } from '../webhook.words.ts';
import {
  EndpointFields,
  inputOf,
  NEW_ENDPOINT,
  useEndpointRules,
  useEndpointWords,
  valuesOf,
} from './endpoint.fields.tsx';

interface NewEndpointProps {
  onClose: () => void;
  /** Gets the secret. */
  onCreated: (secret: string) => void;
}

export function NewEndpointForm({ onClose, onCreated }: NewEndpointProps) {
  const { t } = useTranslation(['webhooks', 'developers']);
  const { form, draft } = useDraftForm('webhook:new', { initialValues: NEW_ENDPOINT, validate: useEndpointRules() });
  const { onSubmit, isPending, problem } = useSubmission(form, {
    draft,
    send: async (values) => {
      const input = { ...inputOf(values), url: values.url };
      return (await ask(CreateEndpointDocument, { input })).createWebhookEndpoint.secret;
    },
    done: (secret) => {
      void queryClient.invalidateQueries();
      onCreated(secret);
    },
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <DraftNote draft={draft} />
        <EndpointFields form={form} />
        <Problem error={problem} />
        <FormButtons action={t('developers:make')} onCancel={onClose} isPending={isPending} />
      </Stack>
    </form>
  );
}

export function EditEndpointForm({ endpoint, onClose }: { endpoint: Endpoint; onClose: () => void }) {
  const { t } = useTranslation(['webhooks', 'common']);
  const words = useEndpointWords();
  const { id } = endpoint;
  const present = valuesOf(endpoint);
  const { form, draft } = useDraftForm(`webhook:${id}`, {
    initialValues: present,
    version: endpoint.version,
    validate: useEndpointRules(),
  });
  // Version of the form's start, because the page behind it may reload.
  const { missed, send } = useChange({ id, version: draft.version ?? endpoint.version });
  const { onSubmit, isPending, problem } = useSubmission(form, {
    draft,
    // A URL that stays the same needs no recent sign-in.
    send: (values) => {
      const input = inputOf(touched(values, missed ? present : draft.initial));
      return send((expectedVersion) => ask(UpdateEndpointDocument, { id, input, expectedVersion }));
    },
    done: () => {
      void queryClient.invalidateQueries();
      showToast(t('done.edit'));
      onClose();
    },
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <DraftNote draft={draft} />
        <EndpointFields form={form} />
        {missed ? (
          <Conflict missed={missed} kind="webhook" words={words} action={t('common:save')}>
            <ConflictFields form={form} initial={draft.initial} present={present} words={words} />
          </Conflict>
        ) : (
          <Problem error={problem} />
        )}
        <FormButtons action={t('common:save')} onCancel={onClose} isPending={isPending} />
      </Stack>
    </form>
  );
}
