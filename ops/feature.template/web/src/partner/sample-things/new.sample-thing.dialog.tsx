import { Button, Group, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask.ts';
import { queryClient } from '../../api/query.client.ts';
import { NewSampleThingDocument } from '../../generated/partner/graphql.ts';
import { Dialog } from '../../shared/dialog.tsx';
import { DraftNote } from '../../shared/forms/draft.note.tsx';
import { useDraftForm } from '../../shared/forms/draft.ts';
import { useFieldRules } from '../../shared/forms/field.rules.ts';
import { useSubmission } from '../../shared/forms/submission.ts';
import { Problem } from '../../shared/problem.tsx';

interface NewSampleThingDialogProps {
  opened: boolean;
  onClose: () => void;
}

export function NewSampleThingDialog({ opened, onClose }: NewSampleThingDialogProps) {
  const { t } = useTranslation('sampleThings');
  return (
    <Dialog opened={opened} onClose={onClose} title={t('add')}>
      <NewSampleThingForm onClose={onClose} />
    </Dialog>
  );
}

function NewSampleThingForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['sampleThings', 'common']);
  const { required } = useFieldRules();
  const { form, draft } = useDraftForm('sample-thing:new', {
    initialValues: { name: '' },
    validate: { name: required(200) },
  });
  const { onSubmit, isPending, problem } = useSubmission(form, {
    draft,
    send: async (input) => (await ask(NewSampleThingDocument, { input })).createSampleThing,
    done: ({ name }) => {
      void queryClient.invalidateQueries();
      notifications.show({ message: t('created', { name }) });
      onClose();
    },
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <DraftNote draft={draft} />
        <TextInput label={t('name')} data-autofocus key={form.key('name')} {...form.getInputProps('name')} />
        <Problem error={problem} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} disabled={isPending}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={isPending}>
            {t('add')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
