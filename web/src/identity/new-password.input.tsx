import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export function NewPasswordInput(props: PasswordInputProps) {
  const { t } = useTranslation();
  return (
    <PasswordInput
      label={t('newPassword.label')}
      description={t('newPassword.hint')}
      autoComplete="new-password"
      {...props}
    />
  );
}
