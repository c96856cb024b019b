import { Button, Code, Group, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../api/ask.ts';
import { loaded } from '../api/loaded.ts';
import {
  ConfirmSecondFactorDocument,
  StartSecondFactorDocument,
  type StartSecondFactorMutation,
} from '../generated/security/graphql.ts';
import { CopyButton } from '../shared/copy.button.tsx';
import { useFieldRules } from '../shared/forms/field.rules.ts';
import { Loading } from '../shared/data/loading.tsx';
import { Problem } from '../shared/problem.tsx';
import { useSubmission } from '../shared/forms/submission.ts';
import { RecoveryCodes } from './recovery.codes.tsx';

type Setup = StartSecondFactorMutation['startSecondFactor'];

/** Loaded on demand. */
const QrCode = lazy(async () => ({ default: (await loaded(import('./qr.code.tsx'))).QrCode }));

/** Steps from scanning the QR code to saving recovery codes. */
export function FactorSetup({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('security');
  const [codes, setCodes] = useState<string[]>();
  const { mutate, data, isPending, error } = useMutation({
    mutationFn: async () => (await ask(StartSecondFactorDocument, {})).startSecondFactor,
  });
  if (codes) return <RecoveryCodes codes={codes} onDone={onDone} />;
  if (data) return <FirstCode setup={data} onCodes={setCodes} />;
  return (
    <Stack>
      <Text size="sm">{t('factor.lead')}</Text>
      <Problem error={error} />
      <Group justify="flex-end">
        <Button loading={isPending} onClick={() => mutate()} data-autofocus>
          {t('setup.start')}
        </Button>
      </Group>
    </Stack>
  );
}

function FirstCode({ setup: { secret, uri }, onCodes }: { setup: Setup; onCodes: (codes: string[]) => void }) {
  const { t } = useTranslation('security');
  const { required } = useFieldRules();
  const form = useForm({ mode: 'uncontrolled', initialValues: { code: '' }, validate: { code: required(40) } });
  const { onSubmit, isPending, problem } = useSubmission(form, {
    send: async (values) => (await ask(ConfirmSecondFactorDocument, values)).confirmSecondFactor,
    done: onCodes,
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <Text size="sm">{t('setup.scan')}</Text>
        <Suspense fallback={<Loading />}>
          <QrCode text={uri} label={t('setup.qr')} />
        </Suspense>
        <Text size="sm">{t('setup.type')}</Text>
        <Group gap="xs" wrap="nowrap">
          <Code style={{ overflowWrap: 'anywhere' }} data-testid="secret">
            {secret}
          </Code>
          <CopyButton value={secret} />
        </Group>
        <Problem error={problem} />
        <TextInput
          label={t('setup.code')}
          description={t('setup.codeHint')}
          inputMode="numeric"
          autoComplete="one-time-code"
          key={form.key('code')}
          {...form.getInputProps('code')}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={isPending}>
            {t('setup.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
