import type { Config } from '../config.ts';

export interface Login {
  who: string;
  email: string;
  password: string;
}

/** The message after startup: the URLs of all pages, with the host that emails link to, and the demo logins. */
export function announcement({ publicUrl: url, email: { postmark } }: Config, logins: readonly Login[]): string {
  const [wide, secret] = [longest(logins.map(({ email }) => email)), longest(logins.map(({ password }) => password))];
  const lines = [
    `Web pages  ${url}`,
    `API        ${url}/graphql`,
    `Explorer   ${url}/graphql (Apollo Sandbox), ${url}/graphiql (works offline)`,
    `Webhooks   ${url}/dev/webhooks/zephyr (also /broken, /gone and any other name)`,
    ...(postmark ? [] : [`Mailbox    ${url}/dev/mail`]),
    ...logins.map(
      ({ who, email, password }) => `Sign in    ${email.padEnd(wide)}  ${password.padEnd(secret)}  (${who})`,
    ),
  ];
  return `\nReachGenie Partners is ready.\n\n${lines.map((line) => `  ${line}\n`).join('')}\n`;
}

const longest = (texts: string[]): number => Math.max(0, ...texts.map(({ length }) => length));
