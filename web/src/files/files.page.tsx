import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { mayManagePartners } from '../admin/rights.ts';
import { query } from '../api/ask.ts';
import { FileState, InterfaceKey } from '../generated/enums.ts';
import { FileListDocument } from '../generated/files/graphql.ts';
import { useViewer } from '../session/session.store.ts';
import { EmptyState } from '../shared/data/empty.state.tsx';
import { List, pageOf } from '../shared/list/list.tsx';
import type { SearchChange } from '../shared/list/list.types.ts';
import { useFileActions } from './file.actions.ts';
import { useFileColumns, useFileFilters, useFileTabs } from './file.columns.tsx';
import { FilePeek } from './file.peek.tsx';
import type { StoredFile } from './file.words.ts';
import type { FilesSearch } from './files.search.ts';

/** Milliseconds, while a worker checks a file of the page. */
const POLLING = 3_000;

/** All uploaded files, of ReachGenie and of partners. */
export function FilesPage() {
  const { t } = useTranslation('files');
  const search: FilesSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const change = (changes: SearchChange, replace = false) =>
    void navigate({ to: '.', search: (before) => ({ ...before, ...changes }), replace });
  const { status, purpose, createdFrom, createdTo } = search;
  const filter = { createdFrom, createdTo, state: status && [status], purpose: purpose && [purpose] };
  const answer = useQuery({
    ...query(FileListDocument, { filter, ...pageOf(search) }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { data } }) => data?.storedFiles.items.some(isChecking) && POLLING,
  });
  const list = answer.data?.storedFiles;
  const actions = useFileActions();
  const allowed = mayManagePartners(useViewer()) ? actions : [];
  return (
    <List
      title={t('title')}
      columnsKey={InterfaceKey.ColumnsFiles}
      columns={useFileColumns()}
      tabs={useFileTabs(list?.counts)}
      filters={useFileFilters(search)}
      list={list}
      answer={answer}
      search={search}
      onSearch={change}
      nameOf={({ name }: StoredFile) => name}
      renderPeek={(id) => <FilePeek file={list?.items.find((file) => file.id === id)} actions={allowed} />}
      actions={allowed}
      empty={<EmptyState title={t('none')}>{t('noneHint')}</EmptyState>}
    />
  );
}

const isChecking = ({ state }: StoredFile): boolean => state === FileState.Checking;
