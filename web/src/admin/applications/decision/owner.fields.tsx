import { Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';

/** Owner to invite in place of the contact. */
export interface OwnerValues {
  ownerName: string;
  ownerEmail: string;
}

export function OwnerFields<Values extends OwnerValues>({ form }: { form: UseFormReturnType<Values> }) {
  const { t } = useTranslation('admin');
  return (
    <>
      <Text size="sm">{t('decision.ownerHint')}</Text>
      <TextInput label={t('decision.ownerName')} key={form.key('ownerName')} {...form.getInputProps('ownerName')} />
      <TextInput
        label={t('decision.ownerEmail')}
        type="email"
        key={form.key('ownerEmail')}
        {...form.getInputProps('ownerEmail')}
      />
    </>
  );
}
