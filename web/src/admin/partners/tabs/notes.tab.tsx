import { Button, Group, Paper, Stack, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, query } from '../../../api/ask.ts';
import { queryClient } from '../../../api/query.client.ts';
import { AddPartnerNoteDocument, PartnerNotesDocument } from '../../../generated/admin/graphql.ts';
import { useViewer } from '../../../session/session.store.ts';
import { Loading } from '../../../shared/data/loading.tsx';
import { DraftNote } from '../../../shared/forms/draft.note.tsx';
import { useDraftForm } from '../../../shared/forms/draft.ts';
import { useFieldRules } from '../../../shared/forms/field.rules.ts';
import { sendByKey } from '../../../shared/forms/send.key.ts';
import { useSubmission } from '../../../shared/forms/submission.ts';
import { Problem } from '../../../shared/problem.tsx';
import { mayManagePartners } from '../../rights.ts';
import { PartnerNote } from './partner.note.tsx';

interface NotesProps {
  partnerId: string;
  /** The user is about to write a note: the field gets the focus. */
  isNoting: boolean;
}

/** Internal notes, newest first. The partner never sees them. */
export function PartnerNotes({ partnerId, isNoting }: NotesProps) {
  const { t } = useTranslation('admin');
  const { data, error, isFetching, refetch } = useQuery(query(PartnerNotesDocument, { partnerId }));
  const notes = data?.partnerNotes.items;
  return (
    <Stack maw={720}>
      {mayManagePartners(useViewer()) && <NoteForm partnerId={partnerId} isNoting={isNoting} />}
      <Problem error={error} retry={refetch} isRetrying={isFetching} />
      {!notes && !error && <Loading />}
      {notes?.length === 0 && <Text c="dimmed">{t('partners.noNotes')}</Text>}
      {notes?.map((note) => (
        <Paper key={note.id} withBorder p="sm">
          <PartnerNote note={note} />
        </Paper>
      ))}
    </Stack>
  );
}

function NoteForm({ partnerId, isNoting }: NotesProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (isNoting) field.current?.focus();
  }, [isNoting]);
  const { t } = useTranslation('admin');
  const { required } = useFieldRules();
  const { form, draft } = useDraftForm(`partner-note:${partnerId}`, {
    initialValues: { note: '' },
    validate: { note: required(5000) },
  });
  const { onSubmit, isPending, problem } = useSubmission(form, {
    draft,
    send: ({ note }) => ask(AddPartnerNoteDocument, { partnerId, note }),
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
        description={t('partners.noteHint')}
        autosize
        minRows={2}
        ref={field}
        onKeyDown={sendByKey}
        key={form.key('note')}
        {...form.getInputProps('note')}
      />
      <Problem error={problem} />
      <Group justify="flex-end" mt="xs">
        <Button type="submit" size="xs" loading={isPending}>
          {t('note.add')}
        </Button>
      </Group>
    </form>
  );
}
