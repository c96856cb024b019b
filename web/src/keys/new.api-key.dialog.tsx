import { Button, Checkbox, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../api/ask.ts';
import { queryClient } from '../api/query.client.ts';
import type { ApiKeyScope } from '../generated/enums.ts';
import { CreateApiKeyDocument } from '../generated/keys/graphql.ts';
import { useViewer } from '../session/session.store.ts';
import { Dialog } from '../shared/dialog.tsx';
import { DraftNote } from '../shared/forms/draft.note.tsx';
import { useDraftForm } from '../shared/forms/draft.ts';
import { useFieldRules } from '../shared/forms/field.rules.ts';
import { Problem } from '../shared/problem.tsx';
import { linesOf } from '../shared/forms/lines.ts';
import { useSubmission } from '../shared/forms/submission.ts';
import { NewSecret } from './new.secret.tsx';
import { scopesOf } from './scopes.ts';

interface NewApiKeyDialogProps {
  opened: boolean;
  onClose: () => void;
}

export function NewApiKeyDialog({ opened, onClose }: NewApiKeyDialogProps) {
  const { t } = useTranslation('keys');
  const [secret, setSecret] = useState<string>();
  const close = () => {
    setSecret(undefined);
    onClose();
  };
  return (
    <Dialog
      opened={opened}
      onClose={close}
      title={t('make')}
      size="lg"
      closeOnClickOutside={!secret}
      closeOnEscape={!secret}
    >
      {secret ? <NewSecret secret={secret} onClose={close} /> : <KeyForm onCancel={close} onMade={setSecret} />}
    </Dialog>
  );
}

interface KeyValues extends Record<string, unknown> {
  name: string;
  scopes: ApiKeyScope[];
  allowedAddresses: string;
  expiresAt: string;
}

function KeyForm({ onCancel, onMade }: { onCancel: () => void; onMade: (secret: string) => void }) {
  const { t } = useTranslation(['keys', 'common']);
  const viewer = useViewer();
  const isAdmin = viewer.role === 'ADMIN';
  const offered = scopesOf(viewer);
  const { required } = useFieldRules();
  const { form, draft } = useDraftForm<KeyValues>('api-key:new', {
    initialValues: { name: '', scopes: [], allowedAddresses: '', expiresAt: '' },
    validate: {
      name: required(100),
      scopes: (scopes) => (scopes.length === 0 ? t('accessMissing') : null),
      expiresAt: (date) => (isAdmin && !isWithinYear(date) ? t('expiresMissing') : null),
    },
  });
  const { onSubmit, isPending, problem } = useSubmission(form, {
    draft,
    send: async ({ name, scopes, allowedAddresses, expiresAt }) => {
      const terms = {
        scopes,
        allowedAddresses: linesOf(allowedAddresses),
        expiresAt: expiresAt ? endOf(expiresAt) : null,
      };
      return (await ask(CreateApiKeyDocument, { name, ...terms })).createApiKey.secret;
    },
    done: (secret) => {
      void queryClient.invalidateQueries();
      onMade(secret);
    },
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <DraftNote draft={draft} />
        <TextInput
          label={t('name')}
          description={t('nameHint')}
          data-autofocus
          key={form.key('name')}
          {...form.getInputProps('name')}
        />
        <Checkbox.Group label={t('access')} key={form.key('scopes')} {...form.getInputProps('scopes')}>
          <Stack gap="xs" mt={4}>
            {offered.map((scope) => (
              <Checkbox key={scope} value={scope} label={t(`scope.${scope}`)} description={t(`means.${scope}`)} />
            ))}
          </Stack>
        </Checkbox.Group>
        <Textarea
          label={`${t('addresses')} (${t('common:optional')})`}
          description={t('addressesHint')}
          autosize
          minRows={2}
          spellCheck={false}
          key={form.key('allowedAddresses')}
          {...form.getInputProps('allowedAddresses')}
        />
        <TextInput
          label={isAdmin ? t('expires') : `${t('expires')} (${t('common:optional')})`}
          type="date"
          key={form.key('expiresAt')}
          {...form.getInputProps('expiresAt')}
        />
        <Problem error={problem} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel} disabled={isPending}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={isPending}>
            {t('make')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** End of the chosen day, local time. */
const endOf = (date: string): string => new Date(`${date}T23:59:59`).toISOString();

const YEAR_MS = 365 * 24 * 60 * 60 * 1_000;

function isWithinYear(date: string): boolean {
  const left = date ? new Date(endOf(date)).getTime() - Date.now() : 0;
  return left > 0 && left < YEAR_MS;
}
