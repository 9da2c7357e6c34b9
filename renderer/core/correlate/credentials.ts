import type { Row, TextId } from '../base/units.ts';
import { isAccessKeyId } from '../record/access-key.ts';
import { principalLabel } from '../record/identity.ts';
import { textAt, type EventTable } from '../table/event-table.ts';
import { countFacts, keyFactAt, type KeyFact, type KeyFacts } from '../table/key-facts.ts';
import { CallCopies } from './call-copies.ts';
import type { CredentialStep, HandedOut } from './event-details.ts';

/** A call that handed out credentials. */
export interface KeyIssue {
  /** The caller's own copy of the event where a call is noted in several accounts. */
  readonly row: Row;
  /** 0 where what was handed out is no key. */
  readonly key: TextId;
  /** Whom it is for; 0 where the record does not say. */
  readonly identity: TextId;
  readonly sourceIdentity: TextId;
}

/** Chains longer than this are cut: evidence decides how long they are. */
const longestChain = 50;

/**
 * Who handed out which access key, over the whole case. The copies of one call in several accounts
 * have the same key in their answers, or the same shared id; the caller's own copy names the key
 * that it called with. Worked out at the first question, in a few passes over the facts: opening a
 * case does not wait for it.
 */
export class Credentials {
  readonly #table: EventTable;
  #untold: KeyFacts | undefined;
  readonly #issues: KeyIssue[] = [];
  /** By key: its place in `issues`, counted from 1; 0: nothing handed it out. */
  readonly #byKey: Uint32Array;
  readonly #byRow = new Map<Row, KeyIssue>();
  /** By key; 0: none is known. */
  readonly #sourceIdentities: Uint32Array;
  #isKey: Uint8Array | undefined;

  constructor(table: EventTable, facts: KeyFacts) {
    this.#table = table;
    this.#untold = facts;
    const keys = table.dictionaries.accessKey.texts.length;
    this.#byKey = new Uint32Array(keys);
    this.#sourceIdentities = new Uint32Array(keys);
  }

  /**
   * By id: 1 where the text of the access key column can be the ID of one key. The others were blacked
   * out or made up: they stand for nobody, and neither join events nor tell of them.
   */
  get isKey(): Uint8Array {
    const { texts } = this.#table.dictionaries.accessKey;
    return (this.#isKey ??= Uint8Array.from(texts, (text) => (isAccessKeyId(text) ? 1 : 0)));
  }

  /** The access key of a row; 0 where the record names none, or what can't be one. */
  keyAt(row: Row): TextId {
    const key = this.#table.text.accessKey[row] ?? 0;
    return this.isKey[key] === 1 ? key : 0;
  }

  /** Every call that handed out credentials, once, in time order. */
  get issues(): readonly KeyIssue[] {
    this.#workOut();
    return this.#issues;
  }

  /** The call that handed out a key; the first where several say so. */
  issueOf(key: TextId): KeyIssue | undefined {
    this.#workOut();
    return this.#issues[(this.#byKey[key] ?? 0) - 1];
  }

  /** What the event at a row hands out. */
  issueAt(row: Row): KeyIssue | undefined {
    this.#workOut();
    return this.#byRow.get(row);
  }

  /** The calls that lead to a key, the first one first. Evidence that goes in a circle ends it. */
  chainTo(key: TextId): readonly KeyIssue[] {
    const chain: KeyIssue[] = [];
    const seen = new Set<TextId>();
    let issue = this.issueOf(key);
    while (issue !== undefined && !seen.has(issue.key) && chain.length < longestChain) {
      seen.add(issue.key);
      chain.unshift(issue);
      issue = this.issueOf(this.keyAt(issue.row));
    }
    return chain;
  }

  /** The source identity of a key's sessions; empty where none is known. */
  sourceIdentityOf(key: TextId): string {
    this.#workOut();
    const id = this.#sourceIdentities[key] ?? 0;
    return this.#table.dictionaries.identity.texts[id] ?? '';
  }

  /** The call that handed out a key, in texts. */
  stepTo(key: TextId): CredentialStep | undefined {
    const issue = this.issueOf(key);
    return issue && this.step(issue);
  }

  step({ row, key, identity }: KeyIssue): CredentialStep {
    const { ref, time, dictionaries } = this.#table;
    const whom = dictionaries.identity.texts[identity] ?? '';
    return {
      ref: ref[row] ?? 0,
      time: time[row] ?? 0,
      eventName: textAt(this.#table, 'eventName', row),
      principal: textAt(this.#table, 'principal', row),
      accessKey: textAt(this.#table, 'accessKey', row),
      sourceIp: textAt(this.#table, 'sourceIp', row),
      key: dictionaries.accessKey.texts[key] ?? '',
      identity: whom,
      recipient: principalLabel(whom, ''),
    };
  }

  /** What the event at a row hands out, in texts. One search for the key's first use. */
  handedOutBy(row: Row): HandedOut | undefined {
    const issue = this.issueAt(row);
    if (issue === undefined || issue.key === 0) return undefined;
    const { key, identity } = this.step(issue);
    const use = this.#table.text.accessKey.indexOf(issue.key);
    const firstUse = { ref: this.#table.ref[use] ?? 0, time: this.#table.time[use] ?? 0 };
    return { key, identity, firstUse: use < 0 ? undefined : firstUse };
  }

  #workOut(): void {
    const facts = this.#untold;
    if (facts === undefined) return;
    this.#untold = undefined;
    const calls = new CallCopies(facts, this.#table, this.isKey);
    for (const first of calls.inTimeOrder()) this.#take(calls.copiesFrom(first));
    const count = countFacts(facts);
    for (let place = 0; place < count; place++) {
      const { issues, key, sourceIdentity } = keyFactAt(facts, place);
      if (issues || this.isKey[key] !== 1) continue;
      this.#sourceIdentities[key] ||= sourceIdentity;
    }
  }

  #take(copies: readonly KeyFact[]): void {
    const { rowOfRef } = this.#table;
    const rows: Row[] = [];
    let [key, identity, sourceIdentity] = [0, 0, 0];
    for (const fact of copies) {
      rows.push(rowOfRef[fact.event] ?? 0);
      key ||= fact.key;
      identity ||= fact.identity;
      sourceIdentity ||= fact.sourceIdentity;
    }
    // Nearly all calls are noted once.
    if (rows.length > 1) rows.sort((a, b) => a - b);
    const row = rows.find((one) => this.keyAt(one) !== 0) ?? rows[0] ?? 0;
    const issue: KeyIssue = { row, key, identity, sourceIdentity };
    for (const one of rows) this.#byRow.set(one, issue);
    const number = this.#issues.push(issue);
    if (key === 0) return;
    this.#sourceIdentities[key] = sourceIdentity;
    if (this.keyAt(row) !== key) this.#byKey[key] = number;
  }
}
