import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isUsedLink } from '../api/api.error.ts';
import { post } from '../api/transport.ts';
import { AcceptInvitationDocument } from '../generated/public/graphql.ts';
import { HOME } from '../session/session.guard.ts';
import { startSession } from '../session/session.ts';
import { useDraftForm } from '../shared/forms/draft.ts';
import { useFieldRules } from '../shared/forms/field.rules.ts';
import { TextLink } from '../shared/layout/links.tsx';
import { Problem } from '../shared/problem.tsx';
import { useSubmission } from '../shared/forms/submission.ts';
import { IdentityCard } from './identity.card.tsx';
import { useMailedToken } from './mailed.token.ts';
import { NewPasswordInput } from './new-password.input.tsx';

export function InvitationPage() {
  const { t } = useTranslation();
  const token = useMailedToken();
  return (
    <IdentityCard title={t('invitation.title')} lead={t('invitation.lead')}>
      {token === undefined ? (
        <Stack>
          <Text>{t('invitation.missing')}</Text>
          <SignIn />
        </Stack>
      ) : (
        <InvitationForm token={token} />
      )}
    </IdentityCard>
  );
}

function InvitationForm({ token }: { token: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { required, newPassword } = useFieldRules();
  const { form, draft } = useDraftForm('invitation', {
    secret: ['password'],
    initialValues: { name: '', password: '' },
    validate: { name: required(200), password: newPassword },
  });
  const { onSubmit, isPending, problem } = useSubmission(form, {
    draft,
    send: async (values) => (await post(AcceptInvitationDocument, { token, ...values })).acceptInvitation,
    done: (session) => {
      startSession(session);
      void navigate({ to: HOME[session.viewer.role], replace: true });
    },
  });
  const isUsed = isUsedLink(problem);
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <Problem error={problem} text={isUsed ? t('invitation.used') : undefined}>
          {isUsed && <SignIn />}
        </Problem>
        <TextInput
          label={t('invitation.name')}
          autoComplete="name"
          key={form.key('name')}
          {...form.getInputProps('name')}
        />
        <NewPasswordInput key={form.key('password')} {...form.getInputProps('password')} />
        <Button type="submit" loading={isPending} fullWidth mt="xs">
          {t('invitation.submit')}
        </Button>
      </Stack>
    </form>
  );
}

/** For those who accepted the invitation before. */
function SignIn() {
  const { t } = useTranslation();
  return (
    <Text size="sm">
      <TextLink to="/sign-in">{t('signIn.title')}</TextLink>
    </Text>
  );
}
