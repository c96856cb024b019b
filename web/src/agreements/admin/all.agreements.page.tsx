import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { mayManagePartners } from '../../admin/rights.ts';
import { query } from '../../api/ask.ts';
import { AllAgreementsDocument } from '../../generated/agreements/graphql.ts';
import { InterfaceKey } from '../../generated/enums.ts';
import { useViewer } from '../../session/session.store.ts';
import { EmptyState } from '../../shared/data/empty.state.tsx';
import { IconPlus } from '../../shared/icons.tsx';
import { Kbd } from '../../shared/keys/kbd.tsx';
import { useKeys } from '../../shared/keys/keys.ts';
import { TextLink } from '../../shared/layout/links.tsx';
import { List, pageOf } from '../../shared/list/list.tsx';
import type { Column, SearchChange } from '../../shared/list/list.types.ts';
import { RelativeTime } from '../../shared/time/relative.time.tsx';
import { VersionBadge } from '../agreement.state.tsx';
import { versionStateOf, type Agreement } from '../agreement.words.ts';
import type { AgreementsSearch } from '../agreements.search.ts';
import { NewAgreementDialog } from './new.agreement.dialog.tsx';
import { useAudience } from './audience.ts';

/** All agreements, with their newest version. */
export function AllAgreementsPage() {
  const { t } = useTranslation(['agreements', 'common']);
  const search: AgreementsSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const change = (changes: SearchChange, replace = false) =>
    void navigate({ to: '.', search: (before) => ({ ...before, ...changes }), replace });
  const isNegotiated = search.status && search.status === 'NEGOTIATED';
  const answer = useQuery({
    ...query(AllAgreementsDocument, { ...pageOf(search), filter: { isNegotiated } }),
    placeholderData: keepPreviousData,
  });
  const make = useMake();
  return (
    <>
      <List
        title={t('title')}
        columnsKey={InterfaceKey.ColumnsAgreements}
        buttons={make.button}
        columns={useColumns()}
        tabs={[
          { id: undefined, label: t('common:list.all') },
          { id: 'GENERAL', label: t('all.general') },
          { id: 'NEGOTIATED', label: t('all.negotiated') },
        ]}
        list={answer.data?.allAgreements}
        answer={answer}
        search={search}
        onSearch={change}
        nameOf={({ title }) => title}
        onOpen={(id) => void navigate({ to: '/admin/agreements/$id', params: { id } })}
        empty={
          <EmptyState title={t('all.none')}>
            {t('all.noneHint')}
            {make.button}
          </EmptyState>
        }
      />
      {make.dialog}
    </>
  );
}

/** The button and the dialog of admins who manage partners. */
function useMake() {
  const { t } = useTranslation('agreements');
  const [isMaking, making] = useDisclosure();
  const mayMake = mayManagePartners(useViewer());
  useKeys(mayMake ? [{ keys: 'c', label: t('make'), run: making.open }] : []);
  if (!mayMake) return {};
  return {
    button: (
      <Button
        size="xs"
        onClick={making.open}
        leftSection={<IconPlus size={16} aria-hidden />}
        rightSection={<Kbd keys="c" />}
      >
        {t('make')}
      </Button>
    ),
    dialog: <NewAgreementDialog opened={isMaking} onClose={making.close} />,
  };
}

function useColumns(): Column<Agreement>[] {
  const { t } = useTranslation('agreements');
  const audienceOf = useAudience();
  return [
    {
      id: 'title',
      title: t('agreement'),
      render: ({ id, title }) => (
        <TextLink to="/admin/agreements/$id" params={{ id }}>
          {title}
        </TextLink>
      ),
    },
    { id: 'audience', title: t('audience'), width: 240, from: 'md', card: 'line', render: audienceOf },
    {
      id: 'required',
      title: t('required'),
      width: 110,
      from: 'lg',
      render: ({ isRequired }) => t(isRequired ? 'yes' : 'no'),
    },
    {
      id: 'version',
      title: t('newestVersion'),
      width: 200,
      card: 'line',
      render: ({ versions }) => <NewestVersion versions={versions} />,
    },
    {
      id: 'created',
      title: t('created'),
      width: 100,
      isNumber: true,
      from: 'sm',
      card: 'side',
      render: ({ createdAt }) => <RelativeTime at={createdAt} />,
    },
  ];
}

function NewestVersion({ versions }: Pick<Agreement, 'versions'>) {
  const { t } = useTranslation('agreements');
  const newest = versions.findLast(({ withdrawnAt }) => withdrawnAt == null);
  if (!newest) return t('noVersion');
  return (
    <>
      {t('version', { number: newest.number })} · <VersionBadge state={versionStateOf(newest, versions)} />
    </>
  );
}
