import { ActionIcon } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Language } from '../../generated/enums.ts';
import type { LANGUAGES } from '../../i18n.ts';
import { IconDownload } from '../icons.tsx';
import { useProblemText } from '../problem.text.ts';
import { showToast } from '../toasts.tsx';

/** The API's value of the page language. */
const LANGUAGE: Record<keyof typeof LANGUAGES, Language> = { en: Language.En, de: Language.De };

interface ExportButtonProps {
  /** Requests the link, with the filter and order of the list. */
  request: (language: Language) => Promise<{ url: string }>;
}

/** Downloads all pages of a list as CSV. */
export function ExportButton({ request }: ExportButtonProps) {
  const { t, i18n } = useTranslation();
  const problemText = useProblemText();
  const { mutate, isPending } = useMutation({
    mutationFn: () => request(LANGUAGE[i18n.language as keyof typeof LANGUAGES]),
    onSuccess: ({ url }) => {
      // Same origin, whatever its name. An attachment does not leave the page.
      const { pathname, search: token } = new URL(url);
      window.location.assign(pathname + token);
      showToast(t('list.exported'));
    },
    onError: (error) => notifications.show({ color: 'red', message: problemText(error) }),
  });
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={28}
      aria-label={t('list.export')}
      title={t('list.export')}
      loading={isPending}
      onClick={() => mutate()}
    >
      <IconDownload size={16} stroke={1.5} aria-hidden />
    </ActionIcon>
  );
}
