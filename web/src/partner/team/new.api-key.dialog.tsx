import { Alert, Button, Code, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask.ts';
import { queryClient } from '../../api/query.client.ts';
import { CreateApiKeyDocument } from '../../generated/partner/graphql.ts';
import { CopyButton } from '../../shared/copy.button.tsx';
import { Dialog } from '../../shared/dialog.tsx';
import { DraftNote } from '../../shared/draft.note.tsx';
import { useDraftForm } from '../../shared/draft.ts';
import { setUnsent } from '../../shared/draft.store.ts';
import { useFieldRules } from '../../shared/field.rules.ts';
import { Problem } from '../../shared/problem.tsx';
import { useSubmission } from '../../shared/submission.ts';
import { ExampleCall } from './example.call.tsx';

interface NewApiKeyDialogProps {
  opened: boolean;
  onClose: () => void;
}

/** The secret is shown this once; closing forgets it. */
export function NewApiKeyDialog({ opened, onClose }: NewApiKeyDialogProps) {
  const { t } = useTranslation(['portal', 'common']);
  const [secret, setSecret] = useState<string>();
  // A reload would lose it for good.
  useEffect(() => {
    setUnsent('api-key', secret !== undefined);
    return () => setUnsent('api-key', false);
  }, [secret]);
  const close = () => {
    setSecret(undefined);
    onClose();
  };
  return (
    <Dialog
      opened={opened}
      onClose={close}
      title={t('keys.make')}
      size="lg"
      closeOnClickOutside={!secret}
      closeOnEscape={!secret}
    >
      {secret ? (
        <Stack>
          <Alert color="orange" icon={<IconAlertTriangle aria-hidden />} title={t('keys.onceTitle')}>
            {t('keys.once')}
          </Alert>
          <Group wrap="nowrap" gap="xs">
            <Code block style={{ flex: 1, overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }} data-testid="secret">
              {secret}
            </Code>
            <CopyButton value={secret} />
          </Group>
          <Text fw={500}>{t('keys.example')}</Text>
          <ExampleCall secret={secret} />
          <Group justify="flex-end">
            <Button onClick={close}>{t('keys.kept')}</Button>
          </Group>
        </Stack>
      ) : (
        <KeyForm onCancel={close} onMade={setSecret} />
      )}
    </Dialog>
  );
}

function KeyForm({ onCancel, onMade }: { onCancel: () => void; onMade: (secret: string) => void }) {
  const { t } = useTranslation(['portal', 'common']);
  const { required } = useFieldRules();
  const { form, draft } = useDraftForm('api-key:new', {
    initialValues: { name: '', expiresAt: '' },
    validate: { name: required(100) },
  });
  const { onSubmit, isPending, problem } = useSubmission(form, {
    draft,
    send: async ({ name, expiresAt }) => {
      // The end of the chosen day, where the reader is.
      const end = expiresAt ? new Date(`${expiresAt}T23:59:59`).toISOString() : null;
      return (await ask(CreateApiKeyDocument, { name, expiresAt: end })).createApiKey.secret;
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
          label={t('keys.name')}
          description={t('keys.nameHint')}
          data-autofocus
          key={form.key('name')}
          {...form.getInputProps('name')}
        />
        <TextInput
          label={`${t('keys.expires')} (${t('common:optional')})`}
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
            {t('keys.make')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
