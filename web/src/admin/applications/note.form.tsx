import { Button, Group, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask.ts';
import { queryClient } from '../../api/query.client.ts';
import { AddNoteDocument } from '../../generated/admin/graphql.ts';
import { useFieldRules } from '../../shared/field.rules.ts';
import { Problem } from '../../shared/problem.tsx';
import { useSubmission } from '../../shared/submission.ts';

/** For the team only. */
export function NoteForm({ applicationId }: { applicationId: string }) {
  const { t } = useTranslation('admin');
  const { required } = useFieldRules();
  const form = useForm({ mode: 'uncontrolled', initialValues: { note: '' }, validate: { note: required(5000) } });
  const { onSubmit, isPending, problem } = useSubmission(form, {
    send: ({ note }) => ask(AddNoteDocument, { id: applicationId, note }),
    done: () => {
      form.reset();
      void queryClient.invalidateQueries();
    },
  });
  return (
    <form onSubmit={onSubmit} noValidate>
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
