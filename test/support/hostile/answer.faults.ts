/** Parts of stacks, of SQL and of messages from PostgreSQL or a library. */
const INTERNALS = [
  /\bat (async )?[\w.<>]+ \(/,
  /node_modules|file:\/\/|\.[jt]s:\d+/,
  /MikroORM|Kysely|pg-boss|graphql-js/i,
  /\b(select|insert into|update|delete from|drop table)\b.*\b(from|values|set|where|user_account)\b/i,
  /violates|duplicate key|syntax error at or near|permission denied|out of range|invalid input syntax/i,
  /\b(relation|column|constraint|function|type) "/i,
  /pg_\w+|\bplpgsql\b/,
  /evil\.example|victim@example/,
];

/** Returns the reasons why no caller should get this answer. */
export function faultsOf({ status, text, marks }: { status: number; text: string; marks: string[] }): string[] {
  const faults = marks.filter((mark) => text.includes(mark)).map((mark) => `another tenant's ${mark}`);
  if (status >= 500) faults.push(`status ${status}`);
  if (/INTERNAL_SERVER_ERROR|Something went wrong/.test(text)) faults.push('an internal error');
  if (text.includes('$argon2')) faults.push('a password hash');
  const errors = errorsOf(text);
  if (errors === undefined) return [...faults, 'no JSON'];
  return [...faults, ...INTERNALS.filter((part) => part.test(errors)).map(String)];
}

/** The errors of an answer as text. Its data can repeat what the caller sent. */
function errorsOf(text: string): string | undefined {
  try {
    const { errors = [] } = JSON.parse(text) as { errors?: object[] };
    return JSON.stringify(errors);
  } catch {
    return undefined;
  }
}
