import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask.ts';
import { queryClient } from '../../api/query.client.ts';
import { DecideChangeDocument, type CompanyChangePartsFragment } from '../../generated/company/graphql.ts';
import { DraftNote } from '../../shared/forms/draft.note.tsx';
import { useDraftForm } from '../../shared/forms/draft.ts';
import { useFieldRules } from '../../shared/forms/field.rules.ts';
import { sendByKey } from '../../shared/forms/send.key.ts';
import { useSubmission } from '../../shared/forms/submission.ts';
import { Kbd } from '../../shared/keys/kbd.tsx';
import { Problem } from '../../shared/problem.tsx';
import { showToast } from '../../shared/toasts.tsx';

interface DecisionFormProps {
  change: CompanyChangePartsFragment;
  approves: boolean;
  onDone: () => void;
  onCancel: () => void;
}

/** The message of a decision. Owners learn from it why a change was declined. */
export function DecisionForm({ change: { id, before }, approves, onDone, onCancel }: DecisionFormProps) {
  const { t } = useTranslation(['company', 'common']);
  const { optional, required } = useFieldRules();
  const { form, draft } = useDraftForm(`company-change:${id}:${approves ? 'approve' : 'decline'}`, {
    initialValues: { message: '' },
    validate: { message: approves ? optional(5000) : required(5000) },
  });
  const { onSubmit, isPending, problem } = useSubmission(form, {
    draft,
    send: ({ message }) =>
      ask(DecideChangeDocument, { id, approve: approves, message: message.trim() || null }).catch((error: unknown) => {
        // Another admin may have decided, or the owner withdrawn: the page shows it behind the dialog.
        void queryClient.invalidateQueries();
        throw error;
      }),
    done: () => {
      showToast(t(approves ? 'review.approved' : 'review.declined', { company: before.companyName }));
      void queryClient.invalidateQueries();
      onDone();
    },
  });
  const label = t('common:change.field.message');
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <DraftNote draft={draft} />
        <Text size="sm">{t(approves ? 'review.approveMeans' : 'review.declineMeans')}</Text>
        <Textarea
          label={approves ? `${label} (${t('common:optional')})` : label}
          description={t('review.messageHint')}
          autosize
          minRows={3}
          data-autofocus
          onKeyDown={sendByKey}
          key={form.key('message')}
          {...form.getInputProps('message')}
        />
        <Problem error={problem} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel} disabled={isPending}>
            {t('common:cancel')}
          </Button>
          <Button
            type="submit"
            loading={isPending}
            rightSection={<Kbd keys="mod+enter" />}
            {...(approves ? {} : { color: 'red' })}
          >
            {t(approves ? 'review.approve' : 'review.decline')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
