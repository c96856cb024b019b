import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError, hasCode } from '../api/api.error.ts';
import { ask } from '../api/ask.ts';
import { DownloadAgreementDocument } from '../generated/agreements/graphql.ts';
import type { Version } from './agreement.words.ts';

export type PdfAnswer = ReturnType<typeof usePdf>;

export interface Pdf {
  /** Address in this browser. It ends with the page. Undefined if the reader opened the PDF elsewhere. */
  url: string | undefined;
  /** SHA-256 of the bytes that were loaded, which is proof of what the reader was shown. */
  sha256: string;
}

/** Asks for a link, and opens it at this origin, whatever its name. */
export async function linkTo(versionId: string, isCountersigned = false): Promise<string> {
  const { url } = (await ask(DownloadAgreementDocument, { versionId, isCountersigned })).downloadAgreement;
  const { pathname, search } = new URL(url);
  return pathname + search;
}

async function load(versionId: string, signal: AbortSignal): Promise<{ url: string; sha256: string }> {
  const path = await linkTo(versionId);
  const answer = await fetch(path, { signal }).catch((cause: unknown) => {
    throw ApiError.unanswered('UNREACHABLE', cause);
  });
  if (!answer.ok) throw ApiError.ofStatus(answer);
  const bytes = await answer.arrayBuffer();
  const hash = await crypto.subtle.digest('SHA-256', bytes);
  const url = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }));
  return { url, sha256: Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('') };
}

/**
 * The PDF of a version, loaded once a visit. If the storage is elsewhere, the page may not read it: then the reader opens
 * it by a link, and the hash is the one that the API names.
 */
export function usePdf({ id: versionId, sha256 }: Pick<Version, 'id' | 'sha256'>) {
  const [isOpened, setIsOpened] = useState(false);
  const answer = useQuery({
    queryKey: ['agreement-pdf', versionId],
    queryFn: ({ signal }) => load(versionId, signal),
    staleTime: Infinity,
    gcTime: Infinity, // the address lasts as long as the page
  });
  const isElsewhere = hasCode(answer.error, 'UNREACHABLE');
  const pdf: Pdf | undefined = answer.data ?? (isElsewhere && isOpened ? { url: undefined, sha256 } : undefined);
  return { ...answer, error: isElsewhere ? null : answer.error, pdf, isElsewhere, open: () => setIsOpened(true) };
}
