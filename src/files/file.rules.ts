import {
  canDownloadFiles,
  canReadFiles,
  canUploadFiles,
  isAdmin,
  type RootFieldRules,
} from '../core/graphql/permissions.ts';

/** People only. The service checks the purpose. */
export const fileRules: RootFieldRules = {
  Query: {
    file: canReadFiles,
    storedFiles: isAdmin,
  },
  Mutation: {
    requestUpload: canUploadFiles,
    downloadFile: canDownloadFiles,
  },
};
