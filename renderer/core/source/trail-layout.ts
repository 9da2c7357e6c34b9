import { atMost } from '../base/at-most.ts';
import type { EpochMs, Span } from '../base/units.ts';
import { spanOfFolder } from './day-prefixes.ts';

/** Lists the folders right below a prefix that ends with `/` (or is empty), as whole prefixes. */
export type ListFolders = (prefix: string) => Promise<readonly string[]>;

/** The files of one account, kind and region of a trail: below it are folders by day. */
export interface TrailFolder {
  readonly account: string;
  /** `CloudTrail`, `CloudTrail-Digest` … */
  readonly kind: string;
  readonly region: string;
  /** Ends with the region and `/`. */
  readonly prefix: string;
}

/** What lies below a prefix. */
export interface TrailLayout {
  /** Empty where the prefix holds no trail. */
  readonly folders: readonly TrailFolder[];
  /** The days that there are folders for; undefined where there are none, or none was looked at. */
  readonly days: Span<EpochMs> | undefined;
  /** The days were looked for in so many of the folders only. */
  readonly daysLookedFor: number;
}

/** Requests under way at a time. */
const parallel = 8;
/** Folders looked into at each step while searching for a trail. */
const maxSearched = 40;
const searchDepth = 3;
/** Folders whose days are looked for: each costs up to five requests. */
const maxDated = 24;

/**
 * Finds the trails at or below a prefix by listing folders. The layout of CloudTrail:
 * `[prefix/]AWSLogs/[o-ID/]ACCOUNT/CloudTrail[-KIND]/REGION/YYYY/MM/DD/`, where Control Tower puts
 * the organisation's id before it:
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/get-and-view-cloudtrail-log-files.html
 */
export async function findTrails(prefix: string, listFolders: ListFolders): Promise<TrailLayout> {
  const list = atMost(parallel, listFolders);
  const start = prefix === '' || prefix.endsWith('/') ? prefix : `${prefix}/`;
  const below = trailPart(start);
  const roots = below === undefined ? await searchRoots(start, list) : [start];
  const folders = (await Promise.all(roots.map((root) => regionsBelow(root, list)))).flat();
  const asked = below?.days;
  if (asked !== undefined) return { folders, days: asked, daysLookedFor: folders.length };
  const dated = folders.filter(({ kind }) => kind === 'CloudTrail').slice(0, maxDated);
  const spans = await Promise.all(dated.map((folder) => daysOf(folder.prefix, list)));
  return { folders, days: union(spans), daysLookedFor: dated.length };
}

/** How far a prefix leads into a trail. */
interface TrailPart {
  readonly account: string | undefined;
  readonly kind: string | undefined;
  readonly region: string | undefined;
  /** The prefix up to the region. */
  readonly regionPrefix: string;
  readonly days: Span<EpochMs> | undefined;
}

const part =
  /^(?:.*\/)?AWSLogs\/(?:o-[a-z0-9]+\/)?(?:(\d{12})\/(?:(CloudTrail(?:-[A-Za-z]+)?)\/(?:([a-z]{2,4}(?:-[a-z]+)+-\d+)\/(.*))?)?)?$/su;

function trailPart(prefix: string): TrailPart | undefined {
  const found = part.exec(prefix);
  if (found === null) return undefined;
  const [, account, kind, region, rest = ''] = found;
  const days = rest === '' ? undefined : spanOfFolder(rest);
  if (rest !== '' && days === undefined) return undefined;
  return {
    account,
    kind,
    region,
    regionPrefix: prefix.slice(0, prefix.length - rest.length),
    days,
  };
}

/** The nearest folders `AWSLogs/` below a prefix. */
async function searchRoots(start: string, list: ListFolders): Promise<readonly string[]> {
  let level: readonly string[] = [start];
  for (let depth = 0; depth < searchDepth; depth++) {
    const searched = level.slice(0, maxSearched);
    level = (await Promise.all(searched.map(list))).flat();
    const roots = level.filter((folder) => /(?:^|\/)AWSLogs\/$/u.test(folder));
    if (roots.length > 0) return roots;
  }
  return [];
}

/** Goes down from any place in a trail to its regions. */
async function regionsBelow(prefix: string, list: ListFolders): Promise<readonly TrailFolder[]> {
  const at = trailPart(prefix);
  if (at === undefined) return [];
  const { account, kind, region, regionPrefix } = at;
  if (account !== undefined && kind !== undefined && region !== undefined) {
    return [{ account, kind, region, prefix: regionPrefix }];
  }
  const folders = await list(prefix);
  return (await Promise.all(folders.map((folder) => regionsBelow(folder, list)))).flat();
}

/** First and last day below a region's folder, found by the first and last folder of each step. */
async function daysOf(prefix: string, list: ListFolders): Promise<Span<EpochMs> | undefined> {
  const years = await dated(prefix, prefix, list);
  const [first, last] = [years.at(0), years.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const start = await edge(prefix, first, 0, list);
  const end = await edge(prefix, last, -1, list);
  return { start: start.start, end: end.end };
}

async function edge(
  root: string,
  folder: string,
  place: 0 | -1,
  list: ListFolders,
): Promise<Span<EpochMs>> {
  const span = spanOfFolder(folder.slice(root.length)) ?? { start: 0, end: 0 };
  const isDay = folder.slice(root.length).length === 'YYYY/MM/DD/'.length;
  const next = isDay ? undefined : (await dated(root, folder, list)).at(place);
  return next === undefined ? span : edge(root, next, place, list);
}

/** The folders right below that stand for a time, in its order. */
async function dated(root: string, folder: string, list: ListFolders): Promise<readonly string[]> {
  const folders = await list(folder);
  return folders.filter((each) => spanOfFolder(each.slice(root.length)) !== undefined).sort();
}

function union(spans: readonly (Span<EpochMs> | undefined)[]): Span<EpochMs> | undefined {
  const known = spans.filter((span) => span !== undefined);
  if (known.length === 0) return undefined;
  return {
    start: Math.min(...known.map(({ start }) => start)),
    end: Math.max(...known.map(({ end }) => end)),
  };
}
