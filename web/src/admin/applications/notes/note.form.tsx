import { Button, Group, Text } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/ask.ts';
import { queryClient } from '../../../api/query.client.ts';
import { AddNoteDocument } from '../../../generated/admin/graphql.ts';
import { DraftNote } from '../../../shared/forms/draft.note.tsx';
import { useDraftForm } from '../../../shared/forms/draft.ts';
import { useFieldRules } from '../../../shared/forms/field.rules.ts';
import { sendByKey } from '../../../shared/forms/send.key.ts';
import { useSubmission } from '../../../shared/forms/submission.ts';
import { Kbd } from '../../../shared/keys/kbd.tsx';
import { useKeys } from '../../../shared/keys/keys.ts';
import { useViewer } from '../../../session/session.store.ts';
import { reviews } from '../../rights.ts';
import { useAdmins } from '../../team/use.admins.ts';
import { mentionedIn } from './mentions.ts';
import { MentionsInput } from './mentions.input.tsx';
import { Problem } from '../../../shared/problem.tsx';
import { useSharedDraft } from '../../../shared/workspace/shared.draft.ts';

/** The limit of the API. */
const MOST_MENTIONED = 20;

/** Adds a note for colleagues, and tells those that it mentions. N goes to its field, and Ctrl+Enter adds it. */
export function NoteForm({ applicationId }: { applicationId: string }) {
  const { t } = useTranslation('admin');
  const { required } = useFieldRules();
  const viewer = useViewer();
  const { admins } = useAdmins();
  const colleagues = admins.filter(({ id, roles }) => id !== viewer.id && reviews(roles));
  const names = [...new Set(colleagues.map(({ name }) => name))];
  const field = useRef<HTMLTextAreaElement>(null);
  const { form, draft } = useDraftForm(`note:${applicationId}`, {
    initialValues: { note: '' },
    validate: { note: required(5000) },
  });
  const shared = useSharedDraft(`note:${applicationId}`, form);
  const { onSubmit, isPending, problem } = useSubmission(form, {
    draft,
    send: ({ note }) => {
      const mentioned = mentionedIn(note, names);
      const told = colleagues.filter(({ name }) => mentioned.has(name));
      const mentionIds = told.slice(0, MOST_MENTIONED).map(({ id }) => id);
      return ask(AddNoteDocument, { id: applicationId, note, mentionIds });
    },
    done: (_, sent) => {
      if (form.getValues() === sent) {
        draft.discard();
        shared.forget();
      }
      void queryClient.invalidateQueries();
    },
  });
  useKeys([{ keys: 'n', label: t('note.write'), run: () => field.current?.focus() }]);
  return (
    <form onSubmit={onSubmit} noValidate>
      <DraftNote draft={draft} />
      <MentionsInput
        field={field}
        names={names}
        label={t('note.label')}
        placeholder={t('note.hint')}
        aria-keyshortcuts="n"
        onKeyDown={sendByKey}
        autosize
        minRows={2}
        key={form.key('note')}
        {...form.getInputProps('note')}
      />
      <Problem error={problem} />
      <Group justify="space-between" mt={6}>
        <Text size="xs" c="dimmed">
          <Kbd keys="n" />
        </Text>
        <Button type="submit" size="xs" variant="default" loading={isPending} rightSection={<Kbd keys="mod+enter" />}>
          {t('note.add')}
        </Button>
      </Group>
    </form>
  );
}
