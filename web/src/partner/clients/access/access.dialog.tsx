import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/ask.ts';
import { queryClient } from '../../../api/query.client.ts';
import { AccessClientDocument, type ClientPartsFragment } from '../../../generated/partner/graphql.ts';
import { Dialog } from '../../../shared/dialog.tsx';
import { DraftNote } from '../../../shared/forms/draft.note.tsx';
import { useDraftForm } from '../../../shared/forms/draft.ts';
import { useFieldRules } from '../../../shared/forms/field.rules.ts';
import { useFormat } from '../../../shared/format.ts';
import { Problem } from '../../../shared/problem.tsx';
import { useSubmission } from '../../../shared/forms/submission.ts';
import { IconExternalLink } from '../../../shared/icons.tsx';

interface AccessDialogProps {
  client: ClientPartsFragment;
  opened: boolean;
  onClose: () => void;
}

/** Asks for a reason, then shows a link that works once and is stored nowhere. */
export function AccessDialog({ client, opened, onClose }: AccessDialogProps) {
  const { t } = useTranslation('portal');
  const { clock } = useFormat();
  const [access, setAccess] = useState<{ url: string; expiresAt: string }>();
  const close = () => {
    setAccess(undefined);
    onClose();
  };
  return (
    <Dialog opened={opened} onClose={close} title={t('access.title', { company: client.companyName })}>
      {access ? (
        <Stack>
          <Text>{t('access.ready', { time: clock(access.expiresAt) })}</Text>
          <Group justify="flex-end">
            <Button
              component="a"
              href={access.url}
              target="_blank"
              rel="noopener noreferrer"
              onClick={close}
              data-autofocus
              leftSection={<IconExternalLink size={16} aria-hidden />}
            >
              {t('access.enter')}
            </Button>
          </Group>
        </Stack>
      ) : (
        <ReasonForm clientId={client.id} onCancel={close} onAccess={setAccess} />
      )}
    </Dialog>
  );
}

interface ReasonFormProps {
  clientId: string;
  onCancel: () => void;
  onAccess: (access: { url: string; expiresAt: string }) => void;
}

function ReasonForm({ clientId, onCancel, onAccess }: ReasonFormProps) {
  const { t } = useTranslation(['portal', 'common']);
  const { required } = useFieldRules();
  const { form, draft } = useDraftForm(`access:${clientId}`, {
    initialValues: { reason: '' },
    validate: { reason: required(500) },
  });
  const { onSubmit, isPending, problem } = useSubmission(form, {
    draft,
    send: async ({ reason }) => (await ask(AccessClientDocument, { id: clientId, reason })).accessClientAccount,
    done: (access) => {
      void queryClient.invalidateQueries();
      onAccess(access);
    },
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <DraftNote draft={draft} />
        <Text size="sm" c="dimmed">
          {t('access.lead')}
        </Text>
        <Textarea
          label={t('access.reason')}
          description={t('access.reasonHint')}
          autosize
          minRows={2}
          data-autofocus
          key={form.key('reason')}
          {...form.getInputProps('reason')}
        />
        <Problem error={problem} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel} disabled={isPending}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={isPending}>
            {t('access.open')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
