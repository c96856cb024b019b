import type { Config } from '../config.ts';

export interface Login {
  who: string;
  email: string;
  password: string;
}

/** What a developer wants to know after the start: where everything is, and how to get in. */
export function announcement(config: Config, url: string, logins: Login[]): string {
  const lines = [
    `Web pages  ${url}`,
    `API        ${url}/graphql`,
    `Explorer   ${url}/graphql (Apollo Sandbox), ${url}/graphiql (works offline)`,
    ...(config.email.postmark ? [] : [`Mailbox    ${url}/dev/mail`]),
    ...logins.map(({ who, email, password }) => `Sign in    ${email}  ${password}  (${who})`),
  ];
  return `\nReachGenie Partners is ready.\n\n${lines.map((line) => `  ${line}\n`).join('')}\n`;
}
