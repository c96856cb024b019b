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
    "query AccountSecurity {\n  accountSecurity {\n    secondFactorAt\n    secondFactorRequired\n    recoveryCodesLeft\n  }\n}\n\nquery Sessions {\n  sessions {\n    id\n    browser\n    operatingSystem\n    address\n    startedAt\n    lastUsedAt\n    isCurrent\n  }\n}\n\nmutation EndSession($id: ID!) {\n  endSession(id: $id)\n}\n\nmutation EndOtherSessions {\n  endOtherSessions\n}\n\nmutation ChangePassword($currentPassword: String!, $newPassword: String!) {\n  changePassword(currentPassword: $currentPassword, newPassword: $newPassword)\n}\n\nmutation StartSecondFactor {\n  startSecondFactor {\n    secret\n    uri\n  }\n}\n\nmutation ConfirmSecondFactor($code: String!) {\n  confirmSecondFactor(code: $code)\n}\n\nmutation RemoveSecondFactor {\n  removeSecondFactor\n}\n\nmutation RenewRecoveryCodes {\n  renewRecoveryCodes\n}": typeof types.AccountSecurityDocument,
};
const documents: Documents = {
    "query AccountSecurity {\n  accountSecurity {\n    secondFactorAt\n    secondFactorRequired\n    recoveryCodesLeft\n  }\n}\n\nquery Sessions {\n  sessions {\n    id\n    browser\n    operatingSystem\n    address\n    startedAt\n    lastUsedAt\n    isCurrent\n  }\n}\n\nmutation EndSession($id: ID!) {\n  endSession(id: $id)\n}\n\nmutation EndOtherSessions {\n  endOtherSessions\n}\n\nmutation ChangePassword($currentPassword: String!, $newPassword: String!) {\n  changePassword(currentPassword: $currentPassword, newPassword: $newPassword)\n}\n\nmutation StartSecondFactor {\n  startSecondFactor {\n    secret\n    uri\n  }\n}\n\nmutation ConfirmSecondFactor($code: String!) {\n  confirmSecondFactor(code: $code)\n}\n\nmutation RemoveSecondFactor {\n  removeSecondFactor\n}\n\nmutation RenewRecoveryCodes {\n  renewRecoveryCodes\n}": types.AccountSecurityDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query AccountSecurity {\n  accountSecurity {\n    secondFactorAt\n    secondFactorRequired\n    recoveryCodesLeft\n  }\n}\n\nquery Sessions {\n  sessions {\n    id\n    browser\n    operatingSystem\n    address\n    startedAt\n    lastUsedAt\n    isCurrent\n  }\n}\n\nmutation EndSession($id: ID!) {\n  endSession(id: $id)\n}\n\nmutation EndOtherSessions {\n  endOtherSessions\n}\n\nmutation ChangePassword($currentPassword: String!, $newPassword: String!) {\n  changePassword(currentPassword: $currentPassword, newPassword: $newPassword)\n}\n\nmutation StartSecondFactor {\n  startSecondFactor {\n    secret\n    uri\n  }\n}\n\nmutation ConfirmSecondFactor($code: String!) {\n  confirmSecondFactor(code: $code)\n}\n\nmutation RemoveSecondFactor {\n  removeSecondFactor\n}\n\nmutation RenewRecoveryCodes {\n  renewRecoveryCodes\n}"): typeof import('./graphql.ts').AccountSecurityDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
