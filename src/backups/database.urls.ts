import { firstHostUrl } from '../core/database/hosts/host.urls.ts';

/** Each URL can have several hosts, which the class URL cannot read. */
const PASSWORD = /^(postgres(?:ql)?:\/\/[^:@/?#]*):[^@/?#]*@/i;
const DATABASE = /^(postgres(?:ql)?:\/\/[^/?#]*)\/[^?#]*/i;

export const roleOf = (url: string): string => decodeURIComponent(new URL(firstHostUrl(url)).username);

export const passwordOf = (url: string): string => decodeURIComponent(new URL(firstHostUrl(url)).password);

export const withoutPassword = (url: string): string => url.replace(PASSWORD, '$1@');

/** The same hosts and account, with another database. */
export const inDatabase = (url: string, name: string): string => url.replace(DATABASE, `$1/${name}`);
