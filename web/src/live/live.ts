import { useEffect } from 'react';
import { queryClient } from '../api/query.client.ts';
import { accessToken } from '../session/session.ts';

/** Milliseconds. A page that has just loaded is up to date, and its own requests come first. */
const FIRST_AFTER = 3_000;
const AGAIN_AFTER = 5_000;
const LONGEST_PAUSE = 60_000;

/** Milliseconds between refetches for one kind, however fast it changes. */
const REFETCHED_EVERY = 3_000;

/** The fields of queries that a kind of change concerns. An unknown kind concerns all. */
const FIELDS: Readonly<Record<string, RegExp>> = {
  applications: /\b(partnerApplication\w*|waitingWork|auditEvents)\b/,
  emails: /\b(emailMessages|emails|waitingWork)\b/,
  partners: /\b(partnerAccounts?|company\w*|waitingWork|auditEvents)\b/,
  clients: /\b(clientAccounts?|clientsNeedingAttention|auditEvents)\b/,
  provisionings: /\b(failedProvisionings|partnerClient|auditEvents)\b/,
  members: /\b(members|admins|partnerMembers|auditEvents)\b/,
  notifications: /\b(unreadNotifications|notifications)\b/,
};

/** Whether a change since the page has loaded may not have been told. */
let hasMissed = false;

/** Follows the changes of others while the tab is visible. Without a connection, pages refetch when they get the focus. */
export function useLive(isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return undefined;
    let end = new AbortController();
    const follow = (after: number) => {
      end = new AbortController();
      if (document.visibilityState === 'visible') void stayConnected(after, end.signal);
    };
    const stop = () => {
      end.abort();
      hasMissed = true;
    };
    const look = () => {
      stop();
      follow(0);
    };
    follow(FIRST_AFTER);
    document.addEventListener('visibilitychange', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      stop();
    };
  }, [isOn]);
}

async function stayConnected(after: number, signal: AbortSignal): Promise<void> {
  let pause = after;
  let failures = 0;
  while (await waited(pause, signal)) {
    try {
      await listen(signal, () => {
        if (hasMissed) refetch('all');
        failures = 0;
      });
    } catch {
      failures++;
    }
    hasMissed = true;
    pause = Math.min(AGAIN_AFTER * 2 ** failures, LONGEST_PAUSE) * (0.5 + Math.random() / 2);
  }
}

/** Settles when the stream ends. */
async function listen(signal: AbortSignal, connected: () => void): Promise<void> {
  const token = await accessToken();
  if (token === undefined) return;
  const response = await fetch('/live', { headers: { authorization: `Bearer ${token}` }, signal, cache: 'no-store' });
  if (!response.ok || !response.body) throw new Error(`The stream was refused: ${response.status}`);
  connected();
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const events = (rest + value).split('\n\n');
    rest = events.pop() ?? '';
    for (const event of events) if (event.startsWith('data: ')) refetch(event.slice('data: '.length));
  }
}

const lastOf = new Map<string, number>();
const planned = new Set<string>();

/** Refetches what the page shows of a kind. Rows stay until the new ones are there. */
function refetch(kind: string): void {
  if (planned.has(kind)) return;
  planned.add(kind);
  const due = (lastOf.get(kind) ?? 0) + REFETCHED_EVERY - Date.now();
  window.setTimeout(
    () => {
      planned.delete(kind);
      lastOf.set(kind, Date.now());
      const isAbout = ({ queryKey: [document] }: { queryKey: readonly unknown[] }) =>
        FIELDS[kind]?.test(String(document)) ?? true;
      void queryClient.invalidateQueries({ predicate: isAbout });
    },
    Math.max(0, due),
  );
}

/** Returns whether to go on. */
const waited = (milliseconds: number, signal: AbortSignal): Promise<boolean> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve(false);
    const timer = window.setTimeout(() => resolve(true), milliseconds);
    signal.addEventListener('abort', () => {
      window.clearTimeout(timer);
      resolve(false);
    });
  });
