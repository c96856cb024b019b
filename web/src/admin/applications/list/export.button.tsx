import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/ask.ts';
import { ExportApplicationsDocument } from '../../../generated/admin/graphql.ts';
import { Language } from '../../../generated/enums.ts';
import type { LANGUAGES } from '../../../i18n.ts';
import { IconDownload } from '../../../shared/icons.tsx';
import { useProblemText } from '../../../shared/problem.text.ts';
import { orderVariables, type ApplicationsSearch } from './applications.search.ts';

/** The API's value of the page language. */
const LANGUAGE: Record<keyof typeof LANGUAGES, Language> = { en: Language.En, de: Language.De };

/** Downloads all pages of the list with its filter and order. */
export function ExportButton({ search }: { search: ApplicationsSearch }) {
  const { t, i18n } = useTranslation('admin');
  const problemText = useProblemText();
  const { mutate, isPending } = useMutation({
    mutationFn: () =>
      ask(ExportApplicationsDocument, {
        ...orderVariables(search),
        language: LANGUAGE[i18n.language as keyof typeof LANGUAGES],
      }),
    onSuccess: ({ exportPartnerApplications: { url } }) => {
      // Same origin, whatever its name. An attachment does not leave the page.
      const { pathname, search: token } = new URL(url);
      window.location.assign(pathname + token);
    },
    onError: (error) => notifications.show({ color: 'red', message: problemText(error) }),
  });
  return (
    <Button
      variant="default"
      leftSection={<IconDownload size={16} aria-hidden />}
      loading={isPending}
      onClick={() => mutate()}
    >
      {t('applications.export')}
    </Button>
  );
}
