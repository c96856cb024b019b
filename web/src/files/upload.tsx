import { Button, FileButton, Group, Progress, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FilePurpose } from '../generated/enums.ts';
import { IconFileText } from '../shared/icons.tsx';
import { useProblemText } from '../shared/problem.text.ts';
import { useDrop } from './drop.ts';
import { useSize } from './file.words.ts';
import classes from './upload.module.css';
import { upload, type Uploaded } from './upload.send.ts';
import { isAccepted, LIMITS } from './upload.types.ts';

interface UploadFieldProps {
  purpose: FilePurpose;
  /** Label of the field, such as "Agreement (PDF)". */
  label: string;
  /** The file passed the checks. Claim it within 24 hours. */
  onReady: (file: { id: string; name: string }) => void;
  /** Another file was chosen, so the last one is no longer meant. */
  onStart?: (() => void) | undefined;
}

/** A drop zone for one file: asks for an upload, sends it with progress, and waits until it is ready or refused. */
export function UploadField({ purpose, label, onReady, onStart }: UploadFieldProps) {
  const { t } = useTranslation('files');
  const sizeOf = useSize();
  const { file, share, result, problem, send, cancel, isSending } = useUpload(purpose, { onReady, onStart });
  const { zone, isOver } = useDrop((dropped) => !isSending && send(dropped));
  const { accept, mostBytes } = LIMITS[purpose];
  return (
    <div ref={zone} role="group" aria-label={label} className={classes['zone']} data-over={isOver || undefined}>
      <Text size="sm" fw={500}>
        {label}
      </Text>
      <Group gap="xs" justify="center">
        <FileButton accept={accept} onChange={(chosen) => chosen && send(chosen)}>
          {(props) => (
            <Button
              {...props}
              variant="default"
              size="xs"
              loading={isSending}
              leftSection={<IconFileText size={16} aria-hidden />}
            >
              {t(file ? 'upload.another' : 'upload.choose')}
            </Button>
          )}
        </FileButton>
        {isSending && (
          <Button variant="subtle" color="gray" size="xs" onClick={cancel}>
            {t('upload.cancel')}
          </Button>
        )}
      </Group>
      {isSending && <Progress value={100 * share} w="100%" aria-label={t('upload.progress')} />}
      <Text
        size="sm"
        c={problem === undefined ? 'dimmed' : 'var(--rg-red-text)'}
        role={problem === undefined ? 'status' : 'alert'}
      >
        {problem ?? statusOf()}
      </Text>
    </div>
  );

  function statusOf(): string {
    if (isSending && file) return t(share < 1 ? 'upload.sending' : 'upload.checking', { name: file.name });
    if (result) return t('upload.ready', { name: result.name });
    return t('upload.hint', { types: typesOf(accept), size: sizeOf(mostBytes) });
  }
}

const typesOf = (accept: string): string =>
  accept
    .split(',')
    .filter((ending) => ending !== '.jpeg')
    .map((ending) => ending.slice(1).toUpperCase())
    .join(', ');

/** One upload at a time. */
function useUpload(purpose: FilePurpose, { onReady, onStart }: Pick<UploadFieldProps, 'onReady' | 'onStart'>) {
  const { t } = useTranslation('files');
  const sizeOf = useSize();
  const problemText = useProblemText();
  const [share, setShare] = useState(0);
  const [refused, setRefused] = useState<string>();
  const stop = useRef<AbortController>(undefined);
  const {
    mutate,
    variables: file,
    data,
    error,
    reset,
    isPending,
  } = useMutation<Uploaded, Error, File>({
    mutationFn: (chosen) => {
      stop.current = new AbortController();
      return upload({ purpose, file: chosen, signal: stop.current.signal, onProgress: setShare });
    },
    onSuccess: (uploaded) => {
      if (uploaded.refusal === null) onReady({ id: uploaded.id, name: uploaded.name });
    },
  });
  const send = (chosen: File) => {
    onStart?.();
    setShare(0);
    const { mostBytes } = LIMITS[purpose];
    const tooLarge = chosen.size > mostBytes && t('upload.tooLarge', { size: sizeOf(mostBytes) });
    const wrong = !isAccepted(purpose, chosen) ? t('refusal.WRONG_TYPE') : chosen.size === 0 && t('upload.empty');
    setRefused(wrong || tooLarge || undefined);
    if (!wrong && !tooLarge) mutate(chosen);
    else reset();
  };
  const cancel = () => {
    stop.current?.abort();
    reset();
  };
  const failed = error && error.name !== 'AbortError' ? problemText(error) : undefined;
  const unfit = data?.refusal == null ? undefined : t(`refusal.${data.refusal}`);
  return {
    file,
    share,
    result: data?.refusal === null ? data : undefined,
    problem: refused ?? failed ?? unfit,
    send,
    cancel,
    isSending: isPending,
  };
}
