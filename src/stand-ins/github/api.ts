import type {Body, Site} from './bodies/common.js';
import type {Access, Account, Permission} from './records.js';

/** Whom a request's token speaks for, and what it may do. */
export interface Viewer {
  readonly account: Account;
  readonly kind: 'installation' | 'user';
  readonly permissions: Readonly<Partial<Record<Permission, Access>>>;
}

export interface ApiRequest {
  readonly site: Site;
  readonly viewer: Viewer;
  readonly url: URL;
  /** The parts of the path, decoded. */
  readonly params: Readonly<Record<string, string>>;
  /** An empty object where the request has no body. */
  readonly body: Body;
}

export interface ApiReply {
  readonly status: number;
  /** JSON; undefined for an answer without a body. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One operation of the API. */
export interface Route {
  /** As GitHub's description names it, such as `GET /repos/{owner}/{repo}`. */
  readonly operation: string;
  /** The permissions of which the token needs one; none where any token will do. */
  readonly needs: readonly (readonly [Permission, 'read' | 'write'])[];
  readonly handle: (request: ApiRequest) => ApiReply;
}

/** An answer that ends a request early. */
export class ApiFailure extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly details: Body = {},
    readonly headers: Readonly<Record<string, string>> = {}
  ) {
    super(message);
  }

  reply(): ApiReply {
    const documentation = 'https://docs.github.com/rest';
    const body = {
      message: this.message,
      ...this.details,
      documentation_url: documentation,
      status: String(this.status)
    };
    return {status: this.status, body, headers: this.headers};
  }
}

export function notFound(): ApiFailure {
  return new ApiFailure(404, 'Not Found');
}

/** 422 with one error, as GitHub words it. */
export function invalid(error: {
  resource: string;
  field: string;
  code: string;
  message?: string;
}): ApiFailure {
  return new ApiFailure(422, 'Validation Failed', {errors: [error]});
}

const DEFAULT_PAGE_SIZE = 30;
const MAX_PAGE_SIZE = 100;

/** One page of the items, as `per_page` and `page` ask, with a `Link` header to its neighbours. */
export function paged<T>({url}: ApiRequest, items: readonly T[], toBody: (item: T) => unknown): ApiReply {
  const size = Math.min(positive(url.searchParams.get('per_page')) ?? DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE);
  const page = positive(url.searchParams.get('page')) ?? 1;
  const last = Math.max(1, Math.ceil(items.length / size));
  const link = linkHeader(url, page, last);
  return {
    status: 200,
    body: items.slice((page - 1) * size, page * size).map(toBody),
    ...(link === '' ? {} : {headers: {link}})
  };
}

function linkHeader(url: URL, page: number, last: number): string {
  const links: [string, number][] = [];
  if (page > 1) links.push(['prev', page - 1]);
  if (page < last) links.push(['next', page + 1], ['last', last]);
  if (page > 1) links.push(['first', 1]);
  return links.map(([rel, number]) => `<${pageUrl(url, number)}>; rel="${rel}"`).join(', ');
}

function pageUrl(url: URL, page: number): string {
  const other = new URL(url);
  other.searchParams.set('page', String(page));
  return other.href;
}

function positive(text: string | null): number | null {
  return text !== null && /^[1-9]\d*$/.test(text) ? Number(text) : null;
}

/** A property of the request's body that must be text where it is given. */
export function optionalText(body: Body, field: string, resource: string): string | null {
  const value = body[field];
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string') throw invalid({resource, field, code: 'invalid'});
  return value;
}

export function requiredText(body: Body, field: string, resource: string): string {
  const text = optionalText(body, field, resource);
  if (text === null) throw invalid({resource, field, code: 'missing_field'});
  return text;
}

/** A property that must be true or false where it is given. */
export function flag(body: Body, field: string, otherwise: boolean): boolean {
  const value = body[field];
  return typeof value === 'boolean' ? value : otherwise;
}
