/* eslint-disable */
import * as types from './graphql.ts';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "query UnreadNotifications {\n  unreadNotifications\n}\n\nquery NewestNotifications {\n  notifications(limit: 50) {\n    items {\n      id\n      kind\n      actorName\n      subjectId\n      subjectName\n      detail\n      createdAt\n      readAt\n    }\n    pageInfo {\n      hasNextPage\n    }\n  }\n}\n\nmutation MarkNotificationsRead($ids: [ID!], $until: DateTime) {\n  markNotificationsRead(ids: $ids, until: $until)\n}\n\nquery NotificationSettings {\n  notificationSettings {\n    kinds {\n      kind\n      inApp\n      email\n    }\n  }\n}\n\nmutation UpdateNotificationSettings($settings: [NotificationSettingInput!]!) {\n  updateNotificationSettings(settings: $settings) {\n    kinds {\n      kind\n      inApp\n      email\n    }\n  }\n}": typeof types.UnreadNotificationsDocument,
};
const documents: Documents = {
    "query UnreadNotifications {\n  unreadNotifications\n}\n\nquery NewestNotifications {\n  notifications(limit: 50) {\n    items {\n      id\n      kind\n      actorName\n      subjectId\n      subjectName\n      detail\n      createdAt\n      readAt\n    }\n    pageInfo {\n      hasNextPage\n    }\n  }\n}\n\nmutation MarkNotificationsRead($ids: [ID!], $until: DateTime) {\n  markNotificationsRead(ids: $ids, until: $until)\n}\n\nquery NotificationSettings {\n  notificationSettings {\n    kinds {\n      kind\n      inApp\n      email\n    }\n  }\n}\n\nmutation UpdateNotificationSettings($settings: [NotificationSettingInput!]!) {\n  updateNotificationSettings(settings: $settings) {\n    kinds {\n      kind\n      inApp\n      email\n    }\n  }\n}": types.UnreadNotificationsDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query UnreadNotifications {\n  unreadNotifications\n}\n\nquery NewestNotifications {\n  notifications(limit: 50) {\n    items {\n      id\n      kind\n      actorName\n      subjectId\n      subjectName\n      detail\n      createdAt\n      readAt\n    }\n    pageInfo {\n      hasNextPage\n    }\n  }\n}\n\nmutation MarkNotificationsRead($ids: [ID!], $until: DateTime) {\n  markNotificationsRead(ids: $ids, until: $until)\n}\n\nquery NotificationSettings {\n  notificationSettings {\n    kinds {\n      kind\n      inApp\n      email\n    }\n  }\n}\n\nmutation UpdateNotificationSettings($settings: [NotificationSettingInput!]!) {\n  updateNotificationSettings(settings: $settings) {\n    kinds {\n      kind\n      inApp\n      email\n    }\n  }\n}"): typeof import('./graphql.ts').UnreadNotificationsDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
