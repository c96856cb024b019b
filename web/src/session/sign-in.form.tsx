import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hasCode } from '../api/api.error.ts';
import { post } from '../api/transport.ts';
import { SignInDocument, type SessionPartsFragment } from '../generated/public/graphql.ts';
import { useFieldRules } from '../shared/forms/field.rules.ts';
import { Problem } from '../shared/problem.tsx';
import { useSubmission } from '../shared/forms/submission.ts';
import { CodeInput } from './code.input.tsx';
import { startSession } from './session.ts';

interface SignInFormProps {
  email?: string;
  onSignedIn?: (session: SessionPartsFragment) => void;
}

/** Email and password, then a code if the account uses two-factor authentication. */
export function SignInForm({ email = '', onSignedIn }: SignInFormProps) {
  const { t } = useTranslation();
  const { required } = useFieldRules();
  const [needsCode, setNeedsCode] = useState(false);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email, password: '', code: '' },
    validate: {
      email: required(254),
      password: (value) => (value === '' ? t('field.required') : null),
      code: (value) => (needsCode && value.trim() === '' ? t('field.required') : null),
    },
  });
  const { onSubmit, isPending, problem } = useSubmission(form, {
    send: async ({ code, ...values }) => {
      try {
        return (await post(SignInDocument, { ...values, code: code.trim() || null })).signIn;
      } catch (error) {
        if (hasCode(error, 'UNAUTHENTICATED') && error.reason === 'SECOND_FACTOR_REQUIRED') return undefined;
        throw error;
      }
    },
    done: (session) => {
      if (!session) return setNeedsCode(true);
      startSession(session);
      onSignedIn?.(session);
    },
  });
  const back = () => {
    setNeedsCode(false);
    form.setFieldValue('code', '');
  };
  const isWrong = hasCode(problem, 'UNAUTHENTICATED');
  const wrongText = t(isWrong && problem.reason === 'SECOND_FACTOR_WRONG' ? 'code.wrong' : 'signIn.wrong');
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <Problem error={problem} text={isWrong ? wrongText : undefined} />
        {needsCode ? (
          <>
            <Text size="sm">{t('code.text')}</Text>
            <CodeInput key={form.key('code')} {...form.getInputProps('code')} />
          </>
        ) : (
          <>
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
          </>
        )}
        <Button type="submit" loading={isPending} fullWidth mt="xs">
          {t('signIn.submit')}
        </Button>
        {needsCode && (
          <Button variant="subtle" onClick={back}>
            {t('code.back')}
          </Button>
        )}
      </Stack>
    </form>
  );
}
