import { Alert, Button, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isUsedLink } from '../api/api.error.ts';
import { post } from '../api/transport.ts';
import { RequestPasswordResetDocument, ResetPasswordDocument } from '../generated/public/graphql.ts';
import { languageOf } from '../i18n.ts';
import { useDraftForm } from '../shared/forms/draft.ts';
import { useFieldRules } from '../shared/forms/field.rules.ts';
import { TextLink } from '../shared/layout/links.tsx';
import { Problem } from '../shared/problem.tsx';
import { useSubmission } from '../shared/forms/submission.ts';
import { IdentityCard } from './identity.card.tsx';
import { useMailedToken } from './mailed.token.ts';
import { NewPasswordInput } from './new-password.input.tsx';

export function PasswordResetPage() {
  const { t } = useTranslation();
  const [token, setToken] = useState(useMailedToken());
  return token === undefined ? (
    <IdentityCard title={t('reset.title')} lead={t('reset.lead')}>
      <RequestForm />
    </IdentityCard>
  ) : (
    <IdentityCard title={t('reset.newTitle')} lead={t('reset.newLead')}>
      <NewPasswordForm token={token} askAgain={() => setToken(undefined)} />
    </IdentityCard>
  );
}

function RequestForm() {
  const { t, i18n } = useTranslation();
  const { email } = useFieldRules();
  const [sentTo, setSentTo] = useState<string>();
  const { form, draft } = useDraftForm('password-reset', { initialValues: { email: '' }, validate: { email } });
  const { onSubmit, isPending, problem } = useSubmission(form, {
    draft,
    send: async (values) => post(RequestPasswordResetDocument, { ...values, language: languageOf(i18n.language) }),
    done: () => setSentTo(form.getValues().email),
  });
  if (sentTo !== undefined) {
    return (
      <Stack>
        <Alert color="green" role="status" title={t('reset.sentTitle')}>
          {t('reset.sent', { email: sentTo })}
        </Alert>
        <Button variant="default" onClick={() => setSentTo(undefined)}>
          {t('reset.otherAddress')}
        </Button>
        <ToSignIn />
      </Stack>
    );
  }
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <Problem error={problem} />
        <TextInput
          label={t('signIn.email')}
          type="email"
          autoComplete="username"
          key={form.key('email')}
          {...form.getInputProps('email')}
        />
        <Button type="submit" loading={isPending} fullWidth mt="xs">
          {t('reset.submit')}
        </Button>
        <ToSignIn />
      </Stack>
    </form>
  );
}

function ToSignIn() {
  const { t } = useTranslation();
  return (
    <Text size="sm" ta="center">
      <TextLink to="/sign-in">{t('reset.backToSignIn')}</TextLink>
    </Text>
  );
}

interface NewPasswordFormProps {
  token: string;
  askAgain: () => void;
}

function NewPasswordForm({ token, askAgain }: NewPasswordFormProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { newPassword } = useFieldRules();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { password: '' },
    validate: { password: newPassword },
  });
  const { onSubmit, isPending, problem } = useSubmission(form, {
    send: async (values) => post(ResetPasswordDocument, { token, ...values }),
    done: () => void navigate({ to: '/sign-in', search: { reset: true }, replace: true }),
  });
  const isUsed = isUsedLink(problem);
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <Problem error={problem} text={isUsed ? t('reset.used') : undefined}>
          {isUsed && (
            <Button size="xs" mt="sm" onClick={askAgain}>
              {t('reset.again')}
            </Button>
          )}
        </Problem>
        <NewPasswordInput key={form.key('password')} {...form.getInputProps('password')} />
        <Button type="submit" loading={isPending} fullWidth mt="xs">
          {t('reset.newSubmit')}
        </Button>
      </Stack>
    </form>
  );
}
