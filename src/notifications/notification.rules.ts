import { isUser, type RootFieldRules } from '../core/graphql/permissions.ts';

export const notificationRules: RootFieldRules = {
  Query: {
    notifications: isUser,
    unreadNotifications: isUser,
    notificationSettings: isUser,
  },
  Mutation: {
    markNotificationsRead: isUser,
    updateNotificationSettings: isUser,
  },
};
