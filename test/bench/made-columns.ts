import { recordOf } from '../../renderer/core/base/record-of.ts';
import {
  flag,
  storedTextColumns,
  type EventColumns,
  type StoredTextColumn,
} from '../../renderer/core/table/columns.ts';
import type { StoredDictionaries } from '../../renderer/core/table/event-table.ts';

/** Stored columns of made events, in chunks, with their dictionaries. */
export interface MadeCase {
  readonly chunks: readonly EventColumns[];
  readonly dictionaries: StoredDictionaries;
}

const rowsPerChunk = 65_536;
const rowsPerFile = 1_200;
const start = Date.UTC(2026, 0, 1);
const month = 30 * 86_400_000;

/** How many different texts a large account's month has, beside the empty one. */
const distinct: Readonly<Record<StoredTextColumn, number>> = {
  eventSource: 60,
  eventName: 600,
  region: 8,
  account: 3,
  sourceIp: 2_000,
  accessKey: 300,
  userAgent: 508,
  identity: 3_000,
  identityType: 6,
  errorCode: 40,
  resource: 1_200,
};

/**
 * Made events as an import leaves them: files of 1,200 events, each over some minutes of a month,
 * in the order of the clock but not exactly; ids that are common and ids that are rare. The same
 * for the same number of events.
 */
export function madeColumns(events: number): MadeCase {
  const chunks: EventColumns[] = [];
  const random = mulberry32(events);
  for (let first = 0; first < events; first += rowsPerChunk) {
    chunks.push(madeChunk(first, Math.min(rowsPerChunk, events - first), events, random));
  }
  return { chunks, dictionaries: recordOf(storedTextColumns, textsOf) };
}

function madeChunk(
  first: number,
  length: number,
  events: number,
  random: () => number,
): EventColumns {
  const places = Array.from({ length }, (_, place) => first + place);
  const words = (value: (event: number) => number): Uint32Array => Uint32Array.from(places, value);
  const elb = Uint8Array.from(places, () => (random() < 0.23 ? 1 : 0));
  return {
    length,
    time: Float64Array.from(places, (event) => {
      const clock = start + (Math.floor(event / rowsPerFile) / (events / rowsPerFile)) * month;
      return Math.floor((clock + random() * 600_000) / 1000) * 1000;
    }),
    text: recordOf(storedTextColumns, (column) =>
      words((event) => idOf(column, random(), elb[event - first] === 1)),
    ),
    flags: words((event) => flagsOf(random(), elb[event - first] === 1)),
    eventId: Uint32Array.from({ length: length * 4 }, () => random() * 2 ** 32),
    contentHash: new Uint32Array(length * 2),
    source: words((event) => Math.floor(event / rowsPerFile) + 1),
    recordIndex: words((event) => event % rowsPerFile),
    offset: Float64Array.from(places, (event) => (event % rowsPerFile) * 1_450),
    byteLength: words(() => 1_450),
  };
}

function idOf(column: StoredTextColumn, chance: number, elb: boolean): number {
  if (column === 'resource' && !elb) return 0;
  if (column === 'errorCode' && chance < 0.93) return 0;
  if (column === 'accessKey' && chance < 0.2) return 0;
  // The cube makes some texts common and most rare, as those of a real account are.
  return 1 + Math.floor(chance ** 3 * distinct[column]);
}

function flagsOf(chance: number, elb: boolean): number {
  const outcome =
    chance < 0.7
      ? flag.readOnly
      : chance < 0.95
        ? 0
        : chance < 0.98
          ? flag.failed
          : flag.failed | flag.denied;
  return outcome | (elb ? flag.elb | flag.elbV2 : 0);
}

const agents = ['aws-cli/2.17', 'Boto3/1.34', 'HashiCorp Terraform/1.9', 'aws-sdk-go-v2/1.30'];

function textsOf(column: StoredTextColumn): readonly string[] {
  const texts = Array.from({ length: distinct[column] }, (_, place) => textOf(column, place));
  return ['', ...texts];
}

const types = ['AssumedRole', 'IAMUser', 'AWSService', 'Root', 'AWSAccount', 'FederatedUser'];
const loadBalancers = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app';

const textMakers: Readonly<Partial<Record<StoredTextColumn, (place: number) => string>>> = {
  sourceIp: (place) => `203.0.${place >> 8}.${place & 255}`,
  userAgent: (place) => `${agents[place % agents.length] ?? ''}.${place} Python/3.12 Linux/6.1`,
  identity: (place) => `arn:aws:sts::111122223333:assumed-role/Role${place % 300}/session-${place}`,
  identityType: (place) => types[place] ?? '',
  resource: (place) => `${loadBalancers}/lb-${place}/${String(place).padStart(16, '0')}`,
};

function textOf(column: StoredTextColumn, place: number): string {
  return textMakers[column]?.(place) ?? `${column}-${place}`;
}

/** Public-domain generator by Tommy Ettinger: small, fast, the same everywhere. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
