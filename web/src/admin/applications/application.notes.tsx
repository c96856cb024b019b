import { Button, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask.ts';
import { AddApplicationNoteDocument, type ApplicationDetailsQuery } from '../../generated/graphql.ts';
import { useFieldRules } from '../../shared/field.rules.ts';
import { useFormat } from '../../shared/format.ts';
import { Problem } from '../../shared/problem.tsx';
import { useSubmission } from '../../shared/submission.ts';

type Application = NonNullable<ApplicationDetailsQuery['partnerApplication']>;

/** What the team wrote about an application, and a form for more. */
export function ApplicationNotes({ id, notes }: Pick<Application, 'id' | 'notes'>) {
  const { t } = useTranslation(['admin', 'common']);
  const { dateTime } = useFormat();
  const cache = useQueryClient();
  const { required } = useFieldRules();
  const form = useForm({ mode: 'uncontrolled', initialValues: { note: '' }, validate: { note: required(5000) } });
  const { onSubmit, isPending, problem } = useSubmission(form, {
    send: async ({ note }) => ask(AddApplicationNoteDocument, { id, note }),
    done: () => {
      form.reset();
      notifications.show({ message: t('application.noteSaved') });
      void cache.invalidateQueries();
    },
  });
  return (
    <Paper withBorder p="lg" radius="lg">
      <Title order={2} size="h4" mb="md">
        {t('application.notes')}
      </Title>
      <Stack>
        {notes.map((note) => (
          <div key={note.id}>
            <Text style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{note.note}</Text>
            <Text size="sm" c="dimmed">
              {note.authorName}, {dateTime(note.createdAt)}
            </Text>
          </div>
        ))}
        <form onSubmit={onSubmit} noValidate>
          <Stack>
            <Problem error={problem} />
            <Textarea
              label={t('application.addNote')}
              description={t('application.noteHint')}
              minRows={3}
              autosize
              key={form.key('note')}
              {...form.getInputProps('note')}
            />
            <div>
              <Button type="submit" loading={isPending}>
                {t('application.saveNote')}
              </Button>
            </div>
          </Stack>
        </form>
      </Stack>
    </Paper>
  );
}
