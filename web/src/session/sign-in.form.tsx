import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { hasCode } from '../api/api.error.ts';
import { post } from '../api/transport.ts';
import { SignInDocument, type SessionPartsFragment } from '../generated/public/graphql.ts';
import { useFieldRules } from '../shared/field.rules.ts';
import { Problem } from '../shared/problem.tsx';
import { useSubmission } from '../shared/submission.ts';
import { startSession } from './session.ts';

interface SignInFormProps {
  email?: string;
  onSignedIn?: (session: SessionPartsFragment) => void;
}

export function SignInForm({ email = '', onSignedIn }: SignInFormProps) {
  const { t } = useTranslation();
  const { required } = useFieldRules();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email, password: '' },
    validate: { email: required(254), password: (value) => (value === '' ? t('field.required') : null) },
  });
  const { onSubmit, isPending, problem } = useSubmission(form, {
    send: async (values) => (await post(SignInDocument, values)).signIn,
    done: (session) => {
      startSession(session);
      onSignedIn?.(session);
    },
  });
  const isWrong = hasCode(problem, 'UNAUTHENTICATED');
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <Problem error={problem} text={isWrong ? t('signIn.wrong') : undefined} />
        <TextInput
          label={t('signIn.email')}
          type="email"
          autoComplete="username"
          data-autofocus={email === '' || undefined}
          key={form.key('email')}
          {...form.getInputProps('email')}
        />
        <PasswordInput
          label={t('signIn.password')}
          autoComplete="current-password"
          data-autofocus={email !== '' || undefined}
          key={form.key('password')}
          {...form.getInputProps('password')}
        />
        <Button type="submit" loading={isPending} fullWidth mt="xs">
          {t('signIn.submit')}
        </Button>
      </Stack>
    </form>
  );
}
