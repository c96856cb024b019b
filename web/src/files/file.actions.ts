import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../api/ask.ts';
import { FileState } from '../generated/enums.ts';
import { DownloadFileDocument } from '../generated/files/graphql.ts';
import type { RowAction } from '../shared/list/list.types.ts';
import { useProblemText } from '../shared/problem.text.ts';
import type { StoredFile } from './file.words.ts';

/** Same origin, whatever its name. An attachment does not leave the page. */
function openDownload(url: string): void {
  const { pathname, search } = new URL(url);
  window.location.assign(pathname + search);
}

/** Downloads a file that passed the checks. */
export function useFileActions(): RowAction<StoredFile>[] {
  const { t } = useTranslation('files');
  const problemText = useProblemText();
  const { mutate } = useMutation({
    mutationFn: (id: string) => ask(DownloadFileDocument, { id }),
    onSuccess: ({ downloadFile: { url } }) => openDownload(url),
    onError: (error) => notifications.show({ color: 'red', message: problemText(error) }),
  });
  return [
    {
      id: 'download',
      label: t('download'),
      keys: 'd',
      isSingle: true,
      applies: ({ state }) => state === FileState.Ready,
      run: ([file]) => file && mutate(file.id),
    },
  ];
}
