import { Button, Group, Stack, Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/ask.ts';
import { queryClient } from '../../../api/query.client.ts';
import type { ListName } from '../../../generated/enums.ts';
import { CreateSavedViewDocument } from '../../../generated/public/graphql.ts';
import { Dialog } from '../../dialog.tsx';
import { useFieldRules } from '../../forms/field.rules.ts';
import { useSubmission } from '../../forms/submission.ts';
import { Problem } from '../../problem.tsx';
import { showToast } from '../../toasts.tsx';

interface SaveViewDialogProps {
  opened: boolean;
  list: ListName;
  /** Search parameters as JSON. */
  search: string;
  onClose: () => void;
  onSaved: (id: string) => void;
}

/** Saves what the list shows under a name. */
export function SaveViewDialog({ opened, onClose, ...form }: SaveViewDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog opened={opened} onClose={onClose} title={t('list.views.save')}>
      <SaveViewForm {...form} onClose={onClose} />
    </Dialog>
  );
}

function SaveViewForm({ list, search, onClose, onSaved }: Omit<SaveViewDialogProps, 'opened'>) {
  const { t } = useTranslation();
  const { required } = useFieldRules();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { name: '', isShared: false },
    validate: { name: required(60) },
  });
  const { onSubmit, isPending, problem } = useSubmission(form, {
    send: ({ name, isShared }) => ask(CreateSavedViewDocument, { input: { list, search, name, isShared } }),
    done: ({ createSavedView: { id } }, { name }) => {
      void queryClient.invalidateQueries();
      showToast(t('list.views.saved', { name }));
      onSaved(id);
      onClose();
    },
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <TextInput label={t('list.views.name')} data-autofocus key={form.key('name')} {...form.getInputProps('name')} />
        <Switch
          label={t('list.views.share')}
          key={form.key('isShared')}
          {...form.getInputProps('isShared', { type: 'checkbox' })}
        />
        <Problem error={problem} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={isPending}>
            {t('list.views.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
