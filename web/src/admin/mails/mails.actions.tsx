import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask.ts';
import { SendManyAgainDocument, type MailListQuery } from '../../generated/admin/graphql.ts';
import { EmailStatus } from '../../generated/enums.ts';
import { useBulk } from '../../shared/list/bulk/use.bulk.tsx';
import type { RowAction, Selection } from '../../shared/list/list.types.ts';

export type Mail = MailListQuery['emailMessages']['items'][number];

export const canBeResent = ({ status }: Pick<Mail, 'status'>): boolean =>
  status === EmailStatus.Failed || status === EmailStatus.HeldBack;

/** Sends one or many emails again. Those that fail stay selected. */
export function useMailActions(selection: Selection<Mail>): { actions: RowAction<Mail>[]; dialog: ReactNode } {
  const { t } = useTranslation('admin');
  const { start, dialog } = useBulk(({ recipient }: Mail) => recipient, selection.remove);
  const resend = (items: readonly Mail[]) =>
    start({
      items,
      title: t('mail.again'),
      send: async (part) => (await ask(SendManyAgainDocument, { ids: part.map(({ id }) => id) })).resendEmails,
      done: (count) => t('mails.resent', { count }),
    });
  return { actions: [{ id: 'again', label: t('mail.again'), keys: 'r', applies: canBeResent, run: resend }], dialog };
}
