import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { ask } from '../api/ask.ts';
import { queryClient } from '../api/query.client.ts';
import { ChangePasswordDocument } from '../generated/security/graphql.ts';
import { NewPasswordInput } from '../identity/new-password.input.tsx';
import { useFieldRules } from '../shared/forms/field.rules.ts';
import { Problem } from '../shared/problem.tsx';
import { useSubmission } from '../shared/forms/submission.ts';
import { Card } from './card.tsx';
import { showToast } from '../shared/toasts.tsx';

export function PasswordCard() {
  const { t } = useTranslation(['security', 'common']);
  const { newPassword } = useFieldRules();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { currentPassword: '', newPassword: '' },
    validate: {
      currentPassword: (value) => (value === '' ? t('common:field.required') : null),
      newPassword,
    },
  });
  const { onSubmit, isPending, problem } = useSubmission(form, {
    send: async (values) => ask(ChangePasswordDocument, values),
    done: () => {
      form.reset();
      void queryClient.invalidateQueries();
      showToast(t('password.done'));
    },
  });
  return (
    <Card title={t('password.title')} lead={t('password.effect')}>
      <form onSubmit={onSubmit} noValidate>
        <Stack maw={420}>
          <Problem error={problem} />
          <PasswordInput
            label={t('password.current')}
            autoComplete="current-password"
            key={form.key('currentPassword')}
            {...form.getInputProps('currentPassword')}
          />
          <NewPasswordInput key={form.key('newPassword')} {...form.getInputProps('newPassword')} />
          <Group>
            <Button type="submit" loading={isPending}>
              {t('password.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}
