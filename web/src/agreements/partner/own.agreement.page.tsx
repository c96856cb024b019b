import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { query } from '../../api/ask.ts';
import { OwnAgreementsDocument } from '../../generated/agreements/graphql.ts';
import { AgreementStatus, PartnerRole } from '../../generated/enums.ts';
import { useViewer } from '../../session/session.store.ts';
import { CardSkeletons } from '../../shared/cards/card.skeletons.tsx';
import { Card } from '../../shared/cards/card.tsx';
import { EmptyState } from '../../shared/data/empty.state.tsx';
import { useFormat } from '../../shared/format.ts';
import { TextLink } from '../../shared/layout/links.tsx';
import { ObjectHead } from '../../shared/layout/page/object.head.tsx';
import { Mark } from '../../shared/marks/mark.tsx';
import { Problem } from '../../shared/problem.tsx';
import { OwnAgreementState } from '../agreement.state.tsx';
import { AgreementViewer } from '../agreement.viewer.tsx';
import type { OwnAgreement } from '../agreement.words.ts';
import classes from '../agreements.module.css';
import { usePdf } from '../pdf.ts';
import { AcceptForm } from './accept.form.tsx';
import { AcceptanceHistory } from './acceptance.history.tsx';

/** An agreement with its PDF, and beside it the form of an owner. A partner has few, so the page reads their list. */
export function OwnAgreementPage() {
  const { t } = useTranslation('agreements');
  const { id } = useParams({ strict: false });
  const { data, error, isPending, isFetching, refetch } = useQuery(query(OwnAgreementsDocument, {}));
  if (isPending) return <CardSkeletons />;
  const problem = <Problem error={error} retry={refetch} isRetrying={isFetching} />;
  if (!data) return problem;
  const agreement = data.agreements.find((each) => each.id === id);
  if (!agreement) {
    return (
      <EmptyState isPage title={t('missing')}>
        <TextLink to="/partner/agreements">{t('title')}</TextLink>
      </EmptyState>
    );
  }
  return (
    <>
      {problem}
      <AgreementHead agreement={agreement} />
      <AgreementBody key={agreement.version.id} agreement={agreement} />
    </>
  );
}

function AgreementHead({ agreement }: { agreement: OwnAgreement }) {
  const { t } = useTranslation('agreements');
  const { date } = useFormat();
  const { title, isNegotiated, version, status } = agreement;
  const values = { number: version.number, date: date(version.bindingFrom) };
  return (
    <ObjectHead
      title={title}
      crumb={
        <TextLink to="/partner/agreements" activeOptions={{ exact: true }} c="inherit">
          {t('title')}
        </TextLink>
      }
      mark={<Mark name={title} size={44} />}
      badges={<OwnAgreementState agreement={agreement} isSoft />}
      facts={[
        status === AgreementStatus.Upcoming ? t('own.upcomingOn', values) : t('own.inEffectSince', values),
        ...(isNegotiated ? [t('own.negotiated')] : []),
      ]}
    />
  );
}

function AgreementBody({ agreement }: { agreement: OwnAgreement }) {
  const { t } = useTranslation('agreements');
  const { partnerRole } = useViewer();
  const answer = usePdf(agreement.version);
  const { pdf, error, isFetching, refetch } = answer;
  const isOpen = agreement.status !== AgreementStatus.Accepted;
  const isOwner = partnerRole === PartnerRole.Owner;
  const { changes } = agreement.version;
  return (
    <>
      <Problem error={error} retry={refetch} isRetrying={isFetching} />
      <div className={classes['columns']}>
        <AgreementViewer title={agreement.title} versionId={agreement.version.id} answer={answer} />
        <div className={classes['side']}>
          {changes != null && (
            <Card title={t('own.changes')}>
              <Text size="sm" style={{ whiteSpace: 'pre-line' }}>
                {changes}
              </Text>
            </Card>
          )}
          {isOpen && (
            <Card title={t('accept.title')}>
              {isOwner ? (
                <AcceptForm agreement={agreement} pdf={pdf} />
              ) : (
                <Text size="sm">{t('accept.ownersOnly')}</Text>
              )}
            </Card>
          )}
          {agreement.acceptances.length > 0 && <AcceptanceHistory agreement={agreement} />}
        </div>
      </div>
    </>
  );
}
