import { Button, Tooltip } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask.ts';
import { queryClient } from '../../api/query.client.ts';
import { ApplicationStatus } from '../../generated/enums.ts';
import { TakeApplicationDocument, SendAgainDocument } from '../../generated/admin/graphql.ts';
import { useViewer } from '../../session/session.store.ts';
import { IconMail } from '../../shared/icons.tsx';
import { Kbd } from '../../shared/keys/kbd.tsx';
import { runOnPage, useKeys } from '../../shared/keys/keys.ts';
import { Spoken } from '../../shared/keys/spoken.tsx';
import { ButtonLink, TextLink } from '../../shared/layout/links.tsx';
import { Mark } from '../../shared/marks/mark.tsx';
import { Problem } from '../../shared/problem.tsx';
import { showToast } from '../../shared/toasts.tsx';
import { useFailureReason } from '../mails/failure.reason.ts';
import { mayResendEmails, mayReview } from '../rights.ts';
import classes from './home.module.css';
import { CompanyChangeRow } from './company.row.tsx';
import { ProvisioningRow } from './provisioning.row.tsx';
import { Age } from './work.age.tsx';
import { standOf, type FailedEmail, type WaitingApplication, type WorkItem } from './work.ts';

interface Current {
  /** The row with the keyboard's place, which has the keys. */
  isCurrent: boolean;
}

/** One thing to do: what it is, who has it, since when, and the next step. */
export function WorkRow({ item, isCurrent }: { item: WorkItem } & Current) {
  if (item.kind === 'email') return <EmailRow email={item.email} isCurrent={isCurrent} />;
  if (item.kind === 'provisioning') return <ProvisioningRow item={item} isCurrent={isCurrent} />;
  if (item.kind === 'company') return <CompanyChangeRow change={item.change} isCurrent={isCurrent} />;
  return <ApplicationRow application={item.application} isCurrent={isCurrent} />;
}

function ApplicationRow({ application, isCurrent }: { application: WaitingApplication } & Current) {
  const { t } = useTranslation('home');
  const viewer = useViewer();
  const { id, companyName, partnershipType, assignee, createdAt } = application;
  const stand = standOf(application, viewer.id);
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => ask(TakeApplicationDocument, { id, assigneeId: viewer.id, expectedVersion: application.version }),
    onSuccess: ({ assignPartnerApplication: { version } }) =>
      showToast(t('work.taken', { company: companyName }), {
        undo: async () => {
          await ask(TakeApplicationDocument, { id, assigneeId: null, expectedVersion: version });
          await queryClient.invalidateQueries();
        },
      }),
    onSettled: () => queryClient.invalidateQueries(),
  });
  const action = 'compact-xs' as const;
  const reviews = mayReview(viewer);
  const isFree = !assignee && reviews;
  const navigate = useNavigate();
  const open = () => void navigate({ to: '/admin/applications/$id', params: { id }, search: { status: 'UNDECIDED' } });
  const decide = () => {
    runOnPage(`/admin/applications/${id}`, 'a');
    open();
  };
  useKeys(
    isCurrent
      ? [
          { keys: 'enter', label: t('work.open'), run: open },
          ...(isFree ? [{ keys: 'i', label: t('work.take'), run: () => mutate() }] : []),
          ...(reviews ? [{ keys: 'a', label: t('work.approve'), run: decide }] : []),
        ]
      : [],
  );
  return (
    <li id={`work-${id}`} className={classes['row']} aria-current={isCurrent || undefined}>
      <Mark name={companyName} />
      <span className={classes['text']}>
        <TextLink
          to="/admin/applications/$id"
          params={{ id }}
          search={{ status: 'UNDECIDED' }}
          className={classes['name'] ?? ''}
        >
          {companyName}
        </TextLink>{' '}
        {stand === 'applied' ? t(`work.applied.${partnershipType}`) : t(`work.${stand}`)}
      </span>
      {assignee && (
        <Tooltip label={assignee.name}>
          <span role="img" aria-label={assignee.name} className={classes['person']}>
            <Mark name={assignee.name} kind="person" />
          </span>
        </Tooltip>
      )}
      <Age at={createdAt} />
      {isFree ? (
        <Button
          size={action}
          variant="default"
          className={classes['action'] ?? ''}
          loading={isPending}
          onClick={() => mutate()}
          rightSection={isCurrent && <Kbd keys="i" />}
          aria-keyshortcuts={isCurrent ? 'i' : undefined}
        >
          <Spoken shown={t('work.take')} spoken={t('work.takeIt', { company: companyName })} />
        </Button>
      ) : (
        <ButtonLink
          size={action}
          variant="subtle"
          className={classes['action'] ?? ''}
          to="/admin/applications/$id"
          params={{ id }}
          search={{ status: 'UNDECIDED' }}
          rightSection={isCurrent && <Kbd keys="enter" />}
        >
          <Spoken shown={nextStep()} spoken={`${nextStep()}: ${companyName}`} />
        </ButtonLink>
      )}
      {error && <Problem error={error} />}
    </li>
  );

  function nextStep(): string {
    if (!reviews || assignee?.id !== viewer.id) return t('work.open');
    return application.status === ApplicationStatus.Pending ? t('work.review') : t('work.decide');
  }
}

function EmailRow({ email, isCurrent }: { email: FailedEmail } & Current) {
  const { id, recipient, template, lastError, createdAt } = email;
  const { t } = useTranslation(['home', 'admin']);
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => ask(SendAgainDocument, { id }),
    onSuccess: () => showToast(t('work.resent', { recipient })),
    onSettled: () => queryClient.invalidateQueries(),
  });
  const name = t(`admin:mail.template.${template}`, { defaultValue: template });
  const reasonOf = useFailureReason();
  const mayResend = mayResendEmails(useViewer());
  const mail = { to: '/admin/mails', search: { peek: id } } as const;
  const navigate = useNavigate();
  useKeys(
    isCurrent
      ? [
          { keys: 'enter', label: t('work.open'), run: () => void navigate(mail) },
          ...(mayResend ? [{ keys: 'r', label: t('admin:mail.again'), run: () => mutate() }] : []),
        ]
      : [],
  );
  return (
    <li id={`work-${id}`} className={classes['row']} aria-current={isCurrent || undefined}>
      <span className={classes['icon']}>
        <IconMail size={16} stroke={1.5} aria-hidden />
      </span>
      <span className={classes['text']} title={lastError ?? undefined}>
        <TextLink {...mail} className={classes['name'] ?? ''}>
          {recipient}
        </TextLink>{' '}
        {t('work.notDelivered', { email: name, reason: reasonOf(lastError) ?? t('admin:mail.failedAlone') })}
      </span>
      <Age at={createdAt} />
      {mayResend && (
        <Button
          size="compact-xs"
          variant="default"
          className={classes['action'] ?? ''}
          loading={isPending}
          onClick={() => mutate()}
          rightSection={isCurrent && <Kbd keys="r" />}
          aria-keyshortcuts={isCurrent ? 'r' : undefined}
        >
          <Spoken shown={t('admin:mail.again')} spoken={t('admin:mail.againTo', { recipient })} />
        </Button>
      )}
      {error && <Problem error={error} />}
    </li>
  );
}
