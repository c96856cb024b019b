import { Button, Group, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask.ts';
import { queryClient } from '../../api/query.client.ts';
import { AddNoteDocument } from '../../generated/admin/graphql.ts';
import { DraftNote } from '../../shared/forms/draft.note.tsx';
import { useDraftForm } from '../../shared/forms/draft.ts';
import { useFieldRules } from '../../shared/forms/field.rules.ts';
import { Problem } from '../../shared/problem.tsx';
import { useSubmission } from '../../shared/forms/submission.ts';

export function NoteForm({ applicationId }: { applicationId: string }) {
  const { t } = useTranslation('admin');
  const { required } = useFieldRules();
  const { form, draft } = useDraftForm(`note:${applicationId}`, {
    initialValues: { note: '' },
    validate: { note: required(5000) },
  });
  const { onSubmit, isPending, problem } = useSubmission(form, {
    draft,
    send: ({ note }) => ask(AddNoteDocument, { id: applicationId, note }),
    done: (_, sent) => {
      if (form.getValues() === sent) draft.discard();
      void queryClient.invalidateQueries();
    },
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <DraftNote draft={draft} />
      <Textarea
        label={t('note.label')}
        description={t('note.hint')}
        autosize
        minRows={2}
        key={form.key('note')}
        {...form.getInputProps('note')}
      />
      <Problem error={problem} />
      <Group justify="flex-end" mt="xs" mb="lg">
        <Button type="submit" size="xs" variant="default" loading={isPending}>
          {t('note.add')}
        </Button>
      </Group>
    </form>
  );
}
