import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/api.error.ts';
import { queryClient } from '../api/query.client.ts';
import { Card } from '../security/card.tsx';
import { useViewer } from '../session/session.store.ts';
import { renewSession } from '../session/session.ts';
import { DraftNote } from '../shared/forms/draft.note.tsx';
import { useDraftForm } from '../shared/forms/draft.ts';
import { useFieldRules } from '../shared/forms/field.rules.ts';
import { useSubmission } from '../shared/forms/submission.ts';
import { Problem } from '../shared/problem.tsx';
import { showToast } from '../shared/toasts.tsx';
import { saveSettings } from './save.settings.ts';

export function ProfileCard() {
  const { t } = useTranslation('settings');
  const { name, email, version } = useViewer();
  const { required } = useFieldRules();
  const { form, draft } = useDraftForm('settings:name', {
    initialValues: { name },
    version,
    validate: { name: required(200) },
  });
  const rename = async (next: string, expectedVersion?: number) => {
    await saveSettings({ name: next }, expectedVersion);
    void queryClient.invalidateQueries();
  };
  const { onSubmit, isPending, problem } = useSubmission(form, {
    draft,
    send: async (values) => {
      try {
        await rename(values.name, version);
        return name;
      } catch (error) {
        // Shows the settings of the other device. The next try replaces them.
        if (error instanceof ApiError && error.reason === 'STALE_VERSION') await renewSession();
        throw error;
      }
    },
    done: (before, { name: next }) => {
      const undo = async () => {
        await rename(before);
        form.setFieldValue('name', before);
      };
      showToast(t('profile.saved', { name: next }), { undo });
    },
  });
  return (
    <Card title={t('profile.title')} lead={t('profile.lead')}>
      <form onSubmit={onSubmit} noValidate>
        <Stack maw={420}>
          <DraftNote draft={draft} />
          <Problem error={problem} />
          <TextInput
            label={t('profile.name')}
            autoComplete="name"
            key={form.key('name')}
            {...form.getInputProps('name')}
          />
          <TextInput label={t('profile.email')} value={email} readOnly variant="filled" />
          <Group>
            <Button type="submit" loading={isPending}>
              {t('profile.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}
