import type { Language } from '../core/text/language.ts';
import type { Day } from '../core/text/day.ts';
import { Action, EmailLayout, Paragraph } from '../email/email.layout.tsx';
import { greeting } from '../email/email.names.ts';
import type { EmailTemplate, NewEmail } from '../email/email.template.ts';
import type { PartnerTier } from '../tenants/partner-account.entity.ts';
import { NAMES, TEXTS, type News } from './tier.wording.ts';
import type { TierMetric } from './tier.metrics.ts';
import type { TierReader } from './tier.recipients.ts';

export interface TierTold {
  partnerId: string;
  companyName: string;
  outcome: News;
  /** The tier before the evaluation. */
  before: PartnerTier;
  /** The tier after it. */
  tier: PartnerTier;
  /** First day on which the partner can lose the tier. */
  until: Day | null;
  /** Of the warning. */
  days: number | null;
  missed: { metric: TierMetric; required: number; value: number }[];
  isPartner: boolean;
}

const dayIn = (language: Language, day: Day): string =>
  new Intl.DateTimeFormat(language === 'DE' ? 'de-DE' : 'en-US', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(day),
  );

const told: EmailTemplate<TierTold> = {
  name: 'tier.told',
  subject: ({ outcome, tier, before, days, isPartner, companyName }, { language }) =>
    TEXTS[language].subject[outcome]({
      tier: NAMES[language][tier],
      before: NAMES[language][before],
      days: days ?? 0,
      company: isPartner ? null : companyName,
    }),
  body: (data, { publicUrl, language }) => {
    const { outcome, tier, before, until, missed, isPartner, partnerId, companyName } = data;
    const { preview, what, next, missing, met, action, footer } = TEXTS[language];
    const names = {
      tier: NAMES[language][tier],
      before: NAMES[language][before],
      until: until === null ? '' : dayIn(language, until),
      company: isPartner ? null : companyName,
    };
    const reasons = missed.map((each) => missing[each.metric]({ ...each, language }));
    return (
      <EmailLayout
        preview={preview[outcome]}
        heading={what[outcome](names)}
        footer={footer[isPartner ? 'owner' : 'manager']}
      >
        <Paragraph>{greeting('', language)}</Paragraph>
        <Paragraph>{next[outcome](names)}</Paragraph>
        {outcome === 'AT_RISK' && <Paragraph>{reasons.length > 0 ? reasons.join(' ') : met}</Paragraph>}
        <Action href={isPartner ? `${publicUrl}/partner/tier` : `${publicUrl}/admin/partners/${partnerId}`}>
          {action}
        </Action>
      </EmailLayout>
    );
  },
};

export const tierEmails = [told] as EmailTemplate<object>[];

export const tierMail = ({ email, isPartner }: TierReader, data: Omit<TierTold, 'isPartner'>): NewEmail => ({
  recipient: email,
  template: told.name,
  data: { ...data, isPartner } satisfies TierTold,
  applicationId: null,
});
