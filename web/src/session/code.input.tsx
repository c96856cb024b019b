import { TextInput, type TextInputProps } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

/** Code from an authenticator app, or a recovery code. Takes the focus. */
export function CodeInput(props: TextInputProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  return (
    <TextInput
      ref={input}
      label={t('code.label')}
      description={t('code.hint')}
      autoComplete="one-time-code"
      spellCheck={false}
      autoCapitalize="off"
      {...props}
    />
  );
}
