import type { Feature } from '../feature.ts';
import { Draft } from './draft.entity.ts';
import { InterfaceState } from './interface-state.entity.ts';
import { SavedView } from './saved-view.entity.ts';
import { SavedViewResolver } from './saved-view.resolver.ts';
import { WorkspaceResolver } from './workspace.resolver.ts';
import { workspaceRules } from './workspace.rules.ts';
import { forgetOldWork } from './workspace.service.ts';

/** Data that users keep for themselves: saved views, the state of their pages, and drafts. */
export const workspace: Feature = {
  entities: [Draft, InterfaceState, SavedView],
  resolvers: [SavedViewResolver, WorkspaceResolver],
  rules: [workspaceRules],
  tidy: [forgetOldWork],
};
