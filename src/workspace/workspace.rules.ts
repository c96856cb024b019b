import { isUser, type RootFieldRules } from '../core/graphql/permissions.ts';

export const workspaceRules: RootFieldRules = {
  Query: {
    savedViews: isUser,
    interfaceState: isUser,
    draft: isUser,
  },
  Mutation: {
    createSavedView: isUser,
    updateSavedView: isUser,
    deleteSavedView: isUser,
    setInterfaceState: isUser,
    saveDraft: isUser,
    deleteDraft: isUser,
  },
};
