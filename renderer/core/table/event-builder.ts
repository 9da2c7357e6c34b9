import { assert } from '../base/assert.ts';
import type { EpochMs, TextId } from '../base/units.ts';
import { compacted, hashBytes, type HashKey } from '../decode/content-hash.ts';
import { parseIsoTime } from '../decode/iso-time.ts';
import type { FieldMap, JsonScanner, WantedTexts } from '../decode/json-scanner.ts';
import { parseString } from '../decode/json-string.ts';
import { slot } from '../decode/record-fields.ts';
import type { FoundRecord } from '../decode/record-reader.ts';
import { classify } from '../record/access.ts';
import { credentialGrant, grantsCredentials } from '../record/credential-grant.ts';
import { isElbSource } from '../record/elb-api.ts';
import type { ElbFields } from '../record/elb-resource.ts';
import { identityText } from '../record/identity.ts';
import { ColumnBuilder, type EventValues } from './column-builder.ts';
import { ElbReader, type ElbCall } from './elb-reader.ts';
import { readGuid } from './guid.ts';
import {
  flag,
  resourceRuleShift,
  storedTextColumns,
  type EventColumns,
  type StoredTextColumn,
} from './columns.ts';
import { KeyFactList, type KeyFacts } from './key-facts.ts';
import { TextDictionary } from './text-dictionary.ts';

/** A target group seen behind a load balancer; both are ids of the `resource` column. */
export interface FoundLink {
  readonly time: EpochMs;
  readonly targetGroup: TextId;
  readonly loadBalancer: TextId;
}

/** Events of a file, and the texts that came up first in it. */
export interface BuiltEvents {
  readonly columns: EventColumns;
  readonly links: readonly FoundLink[];
  /** In the order of the events, which they name by their places in `columns`. */
  readonly keyFacts: KeyFacts;
  /** Texts that `columns` may use and no earlier events did, by column, in the order of their ids. */
  readonly newTexts: readonly { readonly column: StoredTextColumn; readonly texts: string[] }[];
}

/** Columns that are the text of one member, and that member. */
const plainColumns: Partial<Readonly<Record<StoredTextColumn, number>>> = {
  eventSource: slot.eventSource,
  eventName: slot.eventName,
  region: slot.awsRegion,
  sourceIp: slot.sourceIpAddress,
  accessKey: slot.accessKeyId,
  userAgent: slot.userAgent,
  identityType: slot.identityType,
  errorCode: slot.errorCode,
};

/** The member of each stored column, by the column's place; -1 where it takes more than one. */
const plainMembers = Int32Array.from(storedTextColumns, (column) => plainColumns[column] ?? -1);

const place = Object.fromEntries(
  storedTextColumns.map((column, index) => [column, index]),
) as Readonly<Record<StoredTextColumn, number>>;

/** The account of an event, in the order that AWS's own processing library uses. */
const accountSlots = [slot.recipientAccountId, slot.identityAccountId, slot.issuerAccountId];

/** Texts that are no column but recur. */
const wordSlots = [
  slot.readOnly,
  slot.eventType,
  slot.apiVersion,
  slot.invokedBy,
  slot.consoleCredential,
  slot.mfaAuthenticated,
  slot.mfaUsed,
];

/** Kinds of texts that are told apart: each stored column, words, and calls of ELB. */
const wordKind = storedTextColumns.length;
const callKind = wordKind + 1;

const wantedTexts: WantedTexts = [
  ...storedTextColumns.flatMap((column, kind) => {
    const member = plainColumns[column];
    return member === undefined ? [] : [{ slot: member, kind }];
  }),
  ...accountSlots.map((member) => ({ slot: member, kind: place.account })),
  ...[slot.identityArn, slot.sourceIdentity].map((member) => ({
    slot: member,
    kind: place.identity,
  })),
  ...wordSlots.map((member) => ({ slot: member, kind: wordKind })),
];

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const nowhere = new Int32Array(0);
const noFields: FieldMap = {
  start: nowhere,
  end: nowhere,
  text: nowhere,
  escaped: new Uint8Array(0),
  table: 0,
};

/**
 * Turns found records into columns. Text ids are the builder's own and grow over its whole life,
 * so that each text leaves it once.
 */
export class EventBuilder {
  /** By kind. */
  readonly #dictionaries = [...storedTextColumns, 'words'].map(() => new TextDictionary());
  readonly #taken = storedTextColumns.map(() => 1);
  readonly #columns = new ColumnBuilder();
  readonly #key: HashKey;
  readonly #otherKey: HashKey;
  readonly #elb = new ElbReader(callKind);
  readonly #callIds = new Uint32Array(4);
  #links: FoundLink[] = [];
  readonly #keyFacts = new KeyFactList();
  /** Source identities noted already, each with its key. */
  readonly #sourceIdentities = new Set<string>();
  #view: DataView = new DataView(new ArrayBuffer(0));
  /** The record in work. */
  #scanner: JsonScanner | undefined;
  #bytes: Uint8Array = new Uint8Array(0);
  #fields: FieldMap = noFields;
  /** Made once: three for each event would be a good part of the garbage. */
  readonly #requestParameters = (): unknown => this.#parsed(slot.requestParameters);
  readonly #responseElements = (): unknown => this.#parsed(slot.responseElements);
  readonly #elbFields = (): ElbFields => ({
    eventName: this.#columnText('eventName'),
    apiVersion: this.#word(slot.apiVersion),
    region: this.#columnText('region'),
    account: this.#columnText('account'),
    errorCode: this.#columnText('errorCode'),
    errorMessage: this.#message(),
    requestParameters: this.#requestParameters(),
    responseElements: this.#responseElements(),
    resources: this.#parsed(slot.resources),
  });
  readonly #values: EventValues = {
    time: 0,
    flags: 0,
    recordIndex: 0,
    offset: 0,
    byteLength: 0,
    text: new Uint32Array(storedTextColumns.length),
    eventId: new Uint32Array(4),
    contentHash: new Uint32Array(2),
  };

  /** `key` is the case's: hashes made with another one are not to be compared. */
  constructor(key: HashKey) {
    this.#key = key;
    this.#otherKey = key.map((word) => ~word);
  }

  get length(): number {
    return this.#columns.length;
  }

  /** Adds the record, or answers why it cannot be one of the events. */
  add(found: FoundRecord, index: number): string | undefined {
    const { scanner, fields } = found;
    const { bytes } = scanner;
    this.#scanner = scanner;
    this.#bytes = bytes;
    this.#fields = fields;
    const values = this.#values;
    values.flags = 0;
    const timeStart = fields.start[slot.eventTime] ?? -1;
    const own = timeStart >= 0 ? timeIn(bytes, fields, slot.eventTime) : undefined;
    const time = own ?? this.#substituteTime(found);
    if (time === undefined) {
      return timeStart >= 0
        ? `eventTime is no time: ${this.#rawText(slot.eventTime)}`
        : 'no eventTime';
    }
    if (own === undefined) values.flags |= flag.timeFromEnvelope;
    values.time = time;
    values.recordIndex = index;
    values.offset = found.place.offset;
    values.byteLength = found.place.byteLength;
    scanner.lendTexts(this, wantedTexts);
    if (!scanner.numberTexts(fields)) this.#learnTexts(scanner, fields);
    for (let column = 0; column < plainMembers.length; column++) {
      const member = plainMembers[column] ?? -1;
      if (member >= 0) values.text[column] = fields.text[member] ?? 0;
    }
    values.text[place.account] = this.#account();
    values.text[place.identity] = this.#identity();
    values.text[place.resource] = 0;
    if (this.#view.buffer !== bytes.buffer) {
      this.#view = new DataView(bytes.buffer, bytes.byteOffset);
    }
    this.#hashContent(found);
    this.#takeEventId();
    this.#classify();
    this.#noteKeys();
    this.#columns.add(values);
    return undefined;
  }

  /** What was gathered since the last time. */
  take(): BuiltEvents {
    const newTexts = storedTextColumns.flatMap((column, index) => {
      const dictionary = this.#dictionary(column);
      const texts = dictionary.textsFrom(this.#taken[index] ?? 1);
      this.#taken[index] = dictionary.size;
      return texts.length === 0 ? [] : [{ column, texts }];
    });
    const links = this.#links;
    this.#links = [];
    return { columns: this.#columns.take(), links, keyFacts: this.#keyFacts.take(), newTexts };
  }

  #dictionary(column: StoredTextColumn): TextDictionary {
    return this.#ofKind(place[column]);
  }

  #ofKind(kind: number): TextDictionary {
    const dictionary = this.#dictionaries[kind];
    assert(dictionary !== undefined, 'each kind of text has a dictionary');
    return dictionary;
  }

  /** Numbers the texts that the scanner does not remember. */
  #learnTexts(scanner: JsonScanner, { start, end, text }: FieldMap): void {
    for (const { slot: member, kind } of wantedTexts) {
      if ((text[member] ?? 0) >= 0) continue;
      const id = this.#ofKind(kind).idOf(this.#memberText(member));
      text[member] = id;
      const from = start[member] ?? 0;
      const quote = this.#bytes[from] === 0x22 ? 1 : 0;
      scanner.rememberText(kind, from + quote, (end[member] ?? from) - quote, id);
    }
  }

  /** A member's text. Null and absent are the empty text; other values their JSON. */
  #memberText(member: number): string {
    const bytes = this.#bytes;
    const start = this.#fields.start[member] ?? -1;
    if (start < 0 || bytes[start] === 0x6e) return '';
    const end = this.#fields.end[member] ?? start;
    if (bytes[start] !== 0x22) return decoder.decode(bytes.subarray(start, end));
    if (this.#fields.escaped[member] === 1) return parseString(bytes, start, end);
    return decoder.decode(bytes.subarray(start + 1, end - 1));
  }

  /** The number of a wanted member's text. */
  #textId(member: number): TextId {
    return this.#fields.text[member] ?? 0;
  }

  #word(member: number): string {
    return this.#ofKind(wordKind).text(this.#textId(member));
  }

  /** Not interned: messages hardly recur. */
  #message(): string {
    const start = this.#fields.start[slot.errorMessage] ?? -1;
    if (start < 0 || this.#bytes[start] !== 0x22) return '';
    return parseString(this.#bytes, start, this.#fields.end[slot.errorMessage] ?? start);
  }

  #columnText(column: StoredTextColumn): string {
    return this.#dictionary(column).text(this.#values.text[place[column]] ?? 0);
  }

  #rawText(member: number): string {
    const { start, end } = this.#fields;
    return decoder.decode(this.#bytes.subarray(start[member], end[member])).slice(0, 60);
  }

  /** A member's value; undefined where it is absent or null. */
  #parsed(member: number): unknown {
    if (!this.#has(member)) return undefined;
    const { start, end } = this.#fields;
    return JSON.parse(decoder.decode(this.#bytes.subarray(start[member], end[member])));
  }

  /** Whether the record has the member, and something other than null in it. */
  #has(member: number): boolean {
    const at = this.#fields.start[member] ?? -1;
    return at >= 0 && this.#bytes[at] !== 0x6e;
  }

  #substituteTime({ scanner, fields, envelopeTime }: FoundRecord): EpochMs | undefined {
    const isThere = (fields.start[slot.atTimestamp] ?? -1) >= 0;
    const beside = isThere ? timeIn(scanner.bytes, fields, slot.atTimestamp) : undefined;
    return beside ?? envelopeTime;
  }

  #account(): TextId {
    for (const member of accountSlots) {
      const id = this.#textId(member);
      if (id !== 0) return id;
    }
    return 0;
  }

  #identity(): TextId {
    const arn = this.#textId(slot.identityArn);
    if (arn !== 0 || (this.#fields.start[slot.identity] ?? -1) < 0) return arn;
    return this.#dictionary('identity').idOf(
      identityText({
        arn: '',
        type: this.#columnText('identityType'),
        invokedBy: this.#word(slot.invokedBy),
        accountId: this.#memberText(slot.identityAccountId),
        userName: this.#memberText(slot.userName),
        principalId: this.#memberText(slot.principalId),
        identityProvider: this.#memberText(slot.identityProvider),
        onBehalfOfUser: this.#memberText(slot.onBehalfOfUser),
      }),
    );
  }

  #hashContent({ scanner, start, end, compact }: FoundRecord): void {
    const { contentHash } = this.#values;
    if (compact) {
      hashBytes(this.#key, this.#view, start, end, contentHash, 0);
    } else {
      const copy = compacted(scanner.bytes, start, end);
      hashBytes(this.#key, new DataView(copy.buffer), 0, copy.length, contentHash, 0);
    }
  }

  /** A GUID is kept bit for bit, so that it can be shown again; any other id is hashed. */
  #takeEventId(): void {
    const bytes = this.#bytes;
    const { eventId } = this.#values;
    const start = this.#fields.start[slot.eventId] ?? -1;
    const end = this.#fields.end[slot.eventId] ?? -1;
    const isMissing = start < 0 || bytes[start] !== 0x22 || end - start <= 2;
    if (isMissing) {
      eventId.fill(0);
      this.#values.flags |= flag.idMissing;
    } else if (!readGuid(bytes, start + 1, end - 1, eventId)) {
      const plain = encoder.encode(parseString(bytes, start, end));
      if (readGuid(plain, 0, plain.length, eventId)) return;
      this.#values.flags |= flag.idIsHashed;
      const view = new DataView(plain.buffer);
      hashBytes(this.#key, view, 0, plain.length, eventId, 0);
      hashBytes(this.#otherKey, view, 0, plain.length, eventId, 2);
    }
  }

  #classify(): void {
    const eventSource = this.#columnText('eventSource');
    const readOnly = this.#word(slot.readOnly);
    this.#values.flags |= classify({
      eventSource,
      eventName: this.#columnText('eventName'),
      eventType: this.#word(slot.eventType),
      apiVersion: this.#word(slot.apiVersion),
      readOnly: readOnly === 'true' ? true : readOnly === 'false' ? false : undefined,
      errorCode: this.#columnText('errorCode'),
      errorMessage: this.#message(),
      sourceIp: this.#columnText('sourceIp'),
      identityType: this.#columnText('identityType'),
      invokedBy: this.#word(slot.invokedBy),
      fromConsole: this.#word(slot.consoleCredential),
      mfa: this.#word(slot.mfaAuthenticated) || this.#word(slot.mfaUsed),
      requestParameters: this.#requestParameters,
    });
    if (isElbSource(eventSource)) this.#takeResource();
  }

  #takeResource(): void {
    const { resource, rule, links } = this.#elb.read(this.#elbCall(), this.#elbFields);
    const resources = this.#dictionary('resource');
    this.#values.text[place.resource] = resources.idOf(resource);
    this.#values.flags |= rule << resourceRuleShift;
    for (const { targetGroup, loadBalancer } of links) {
      this.#links.push({
        time: this.#values.time,
        targetGroup: resources.idOf(targetGroup),
        loadBalancer: resources.idOf(loadBalancer),
      });
    }
  }

  #noteKeys(): void {
    const eventSource = this.#columnText('eventSource');
    if (grantsCredentials(eventSource)) this.#noteGrant(eventSource);
    const key = this.#values.text[place.accessKey] ?? 0;
    const sourceIdentity = this.#textId(slot.sourceIdentity);
    if (key === 0 || sourceIdentity === 0) return;
    const pair = `${key} ${sourceIdentity}`;
    if (this.#sourceIdentities.has(pair)) return;
    this.#sourceIdentities.add(pair);
    const event = this.#columns.length;
    const identity = this.#values.text[place.identity] ?? 0;
    this.#keyFacts.add({ event, issues: false, key, identity, sourceIdentity, shared: 0 });
  }

  #noteGrant(eventSource: string): void {
    const grant = credentialGrant({
      eventSource,
      eventName: this.#columnText('eventName'),
      account: this.#columnText('account'),
      errorCode: this.#columnText('errorCode'),
      requestParameters: this.#requestParameters,
      responseElements: this.#responseElements,
    });
    if (grant === undefined) return;
    const identities = this.#dictionary('identity');
    this.#keyFacts.add({
      event: this.#columns.length,
      issues: true,
      key: this.#dictionary('accessKey').idOf(grant.key),
      identity: identities.idOf(grant.identity),
      sourceIdentity: identities.idOf(grant.sourceIdentity),
      shared: this.#hashOf(slot.sharedEventId),
    });
  }

  /** A number of 52 bits that stands for a member's text; 0 where it has none. */
  #hashOf(member: number): number {
    const start = this.#fields.start[member] ?? -1;
    if (start < 0 || this.#bytes[start] !== 0x22) return 0;
    const text = encoder.encode(parseString(this.#bytes, start, this.#fields.end[member] ?? start));
    if (text.length === 0) return 0;
    const hash = new Uint32Array(2);
    hashBytes(this.#key, new DataView(text.buffer), 0, text.length, hash, 0);
    return ((hash[0] ?? 0) & 0xfffff) * 2 ** 32 + (hash[1] ?? 0);
  }

  /** The call, where the event holds no more than its request: then the request says it all. */
  #elbCall(): ElbCall | undefined {
    const scanner = this.#scanner;
    const start = this.#fields.start[slot.requestParameters] ?? -1;
    if (scanner === undefined || start < 0 || this.#message() !== '') return undefined;
    if (this.#has(slot.responseElements) || this.#has(slot.resources)) return undefined;
    const ids = this.#callIds;
    for (let i = 0; i < ids.length; i++) ids[i] = this.#values.text[callPlaces[i] ?? 0] ?? 0;
    const end = this.#fields.end[slot.requestParameters] ?? start;
    return { scanner, ids, start, end };
  }
}

const callPlaces = [place.eventName, place.region, place.account, place.errorCode] as const;

/** A member's time; the member is there. */
function timeIn(bytes: Uint8Array, fields: FieldMap, member: number): EpochMs | undefined {
  const start = fields.start[member] ?? 0;
  const end = fields.end[member] ?? 0;
  if (fields.escaped[member] === 0 || bytes[start] !== 0x22) return parseIsoTime(bytes, start, end);
  const plain = encoder.encode(JSON.stringify(parseString(bytes, start, end)));
  return parseIsoTime(plain, 0, plain.length);
}
