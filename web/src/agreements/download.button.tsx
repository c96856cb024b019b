import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { IconDownload } from '../shared/icons.tsx';
import { useProblemText } from '../shared/problem.text.ts';
import { linkTo } from './pdf.ts';

interface DownloadButtonProps {
  versionId: string;
  isCountersigned?: boolean;
  label: string;
  onOpen?: () => void;
}

/** Asks for a link, and opens it. An attachment does not leave the page. */
export function DownloadButton({ versionId, isCountersigned = false, label, onOpen }: DownloadButtonProps) {
  const problemText = useProblemText();
  const { mutate, isPending } = useMutation({
    mutationFn: () => linkTo(versionId, isCountersigned),
    onSuccess: (path) => {
      window.location.assign(path);
      onOpen?.();
    },
    onError: (error) => notifications.show({ color: 'red', message: problemText(error) }),
  });
  return (
    <Button
      variant="default"
      size="xs"
      leftSection={<IconDownload size={14} aria-hidden />}
      loading={isPending}
      onClick={() => mutate()}
    >
      {label}
    </Button>
  );
}
