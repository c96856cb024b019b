import { Button, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hasCode, isUsedLink } from '../api/api.error.ts';
import { post } from '../api/transport.ts';
import { SignInWithLinkDocument } from '../generated/public/graphql.ts';
import { CodeInput } from '../session/code.input.tsx';
import { HOME } from '../session/session.guard.ts';
import { startSession } from '../session/session.ts';
import { TextLink } from '../shared/layout/links.tsx';
import { Problem } from '../shared/problem.tsx';
import { useSubmission } from '../shared/forms/submission.ts';
import { IdentityCard } from './identity.card.tsx';
import { useMailedToken } from './mailed.token.ts';

/** Signs in by emailed link, plus a code with two-factor authentication. Needs a click, because mail scanners open links. */
export function SignInLinkPage() {
  const { t } = useTranslation();
  const token = useMailedToken() ?? '';
  const { history } = useRouter();
  const [needsCode, setNeedsCode] = useState(false);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { code: '' },
    validate: { code: (value) => (needsCode && value.trim() === '' ? t('field.required') : null) },
  });
  const { onSubmit, isPending, problem } = useSubmission(form, {
    send: async ({ code }) => {
      try {
        return (await post(SignInWithLinkDocument, { token, code: code.trim() || null })).signInWithLink;
      } catch (error) {
        if (hasCode(error, 'UNAUTHENTICATED') && error.reason === 'SECOND_FACTOR_REQUIRED') return undefined;
        throw error;
      }
    },
    done: (session) => {
      if (!session) return setNeedsCode(true);
      startSession(session);
      history.push(HOME[session.viewer.role]);
    },
  });
  const isUsed = token === '' || isUsedLink(problem);
  const wrongText = hasCode(problem, 'UNAUTHENTICATED') ? t('code.wrong') : undefined;
  if (isUsed) {
    return (
      <IdentityCard title={t('signInLink.title')} lead={t('signInLink.used')}>
        <Text ta="center">
          <TextLink to="/sign-in">{t('reset.backToSignIn')}</TextLink>
        </Text>
      </IdentityCard>
    );
  }
  return (
    <IdentityCard title={t('signInLink.title')} lead={t('signInLink.lead')}>
      <form onSubmit={onSubmit} noValidate>
        <Stack>
          <Problem error={problem} text={wrongText} />
          {needsCode && (
            <>
              <Text size="sm">{t('code.text')}</Text>
              <CodeInput key={form.key('code')} {...form.getInputProps('code')} />
            </>
          )}
          <Button type="submit" loading={isPending} fullWidth>
            {t('signIn.submit')}
          </Button>
        </Stack>
      </form>
    </IdentityCard>
  );
}
