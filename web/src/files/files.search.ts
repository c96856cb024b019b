import { FilePurpose, FileState } from '../generated/enums.ts';
import { moment, oneOf, pageSearch, text, type PageSearch } from '../shared/data/search.ts';

export interface FilesSearch extends PageSearch<string> {
  /** State. All by default. */
  status?: FileState | undefined;
  purpose?: FilePurpose | undefined;
  createdFrom?: string | undefined;
  createdTo?: string | undefined;
  /** File in the peek panel. */
  peek?: string | undefined;
}

export const filesSearch = (search: Record<string, unknown>): FilesSearch => ({
  ...pageSearch<string>(search, {}),
  status: oneOf(FileState, search['status']),
  purpose: oneOf(FilePurpose, search['purpose']),
  createdFrom: moment(search['createdFrom']),
  createdTo: moment(search['createdTo']),
  peek: text(search['peek'], 36),
});
