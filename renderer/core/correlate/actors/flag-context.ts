import type { Row, TextId } from '../../base/units.ts';
import { networkOf } from '../../record/addresses.ts';
import { commandFits } from '../../record/command-fit.ts';
import { flag as flagBit, outcomeOf, outcomes } from '../../table/columns.ts';
import { textAt } from '../../table/event-table.ts';
import type { BuiltTable } from '../build-table.ts';
import type { FlagLevel, FlagRule } from './actor.ts';
import { agentFacts, type AgentFacts } from './agent-facts.ts';
import type { GroupedRows } from './group-rows.ts';

/** Rows of one flag that are told apart; as many later ones that changed something, and as many from new addresses. */
const mostRows = 500;

/** A flag before its events are named. */
export interface FoundFlag {
  readonly actor: number;
  readonly rule: FlagRule;
  readonly about: string;
  readonly level: FlagLevel;
  /** Its first events, each once, and later ones from new addresses or that are no mere reads. */
  readonly rows: Set<Row>;
  /** The addresses of `rows`. */
  readonly addresses: Set<TextId>;
  /** Events beyond `rows`. */
  more: number;
  last: Row;
}

/** What the rules read, looked up once for each different text, and the flags found so far. */
export class FlagContext {
  readonly built: BuiltTable;
  readonly grouped: GroupedRows;
  /** By user agent. */
  readonly agents: readonly AgentFacts[];
  /** By source IP; empty for what is no address of the internet. */
  readonly networks: readonly string[];
  readonly #found = new Map<string, FoundFlag>();

  constructor(built: BuiltTable, grouped: GroupedRows) {
    this.built = built;
    this.grouped = grouped;
    const { userAgent, sourceIp } = built.table.dictionaries;
    this.agents = userAgent.texts.map(agentFacts);
    this.networks = sourceIp.texts.map((text) => networkOf(text) ?? '');
  }

  get found(): Iterable<FoundFlag> {
    return this.#found.values();
  }

  /** Notes events of one flag; the same rule about the same thing of one actor is one flag. */
  note(rule: FlagRule, level: FlagLevel, rows: readonly Row[], about = ''): FoundFlag {
    const actor = this.grouped.actorOf[rows[0] ?? 0] ?? 0;
    const name = `${actor} ${rule} ${about}`;
    let known = this.#found.get(name);
    if (known === undefined) {
      known = {
        actor,
        rule,
        level,
        about,
        rows: new Set(),
        addresses: new Set(),
        more: 0,
        last: 0,
      };
      this.#found.set(name, known);
    }
    this.#add(known, rows);
    return known;
  }

  #add(flag: FoundFlag, rows: readonly Row[]): void {
    const { sourceIp } = this.built.table.text;
    for (const row of rows) {
      const address = sourceIp[row] ?? 0;
      const share = !flag.addresses.has(address) ? 3 : this.#isRead(row) ? 1 : 2;
      if (flag.rows.size < mostRows * share) {
        flag.rows.add(row);
        flag.addresses.add(address);
      } else if (row > flag.last && !flag.rows.has(row)) flag.more++;
      flag.last = Math.max(flag.last, row);
    }
  }

  #isRead(row: Row): boolean {
    return outcomes[outcomeOf(this.built.table.flags[row] ?? 0)] === 'read';
  }

  hasFailed(row: Row): boolean {
    return ((this.built.table.flags[row] ?? 0) & flagBit.failed) !== 0;
  }

  networkAt(row: Row): string {
    return this.networks[this.built.table.text.sourceIp[row] ?? 0] ?? '';
  }

  /** The access key of a row; 0 where the record names none, or what can't be one. */
  keyAt(row: Row): TextId {
    return this.built.credentials.keyAt(row);
  }

  /** Of two rows in time order, in milliseconds. */
  timeBetween(before: Row, row: Row): number {
    const { time } = this.built.table;
    return (time[row] ?? 0) - (time[before] ?? 0);
  }

  agentAt(row: Row): AgentFacts | undefined {
    return this.agents[this.built.table.text.userAgent[row] ?? 0];
  }

  isByService(row: Row): boolean {
    return ((this.built.table.flags[row] ?? 0) & flagBit.byService) !== 0;
  }

  commandFitsAt(row: Row): boolean {
    const { table } = this.built;
    const command = this.agentAt(row)?.command ?? '';
    return (
      command === '' ||
      commandFits(command, textAt(table, 'eventSource', row), textAt(table, 'eventName', row))
    );
  }

  /** The ids of the texts of a column that pass. */
  idsWhere(
    column: 'eventName' | 'identityType' | 'identity',
    passes: (text: string) => boolean,
  ): ReadonlySet<TextId> {
    const { texts } = this.built.table.dictionaries[column];
    return new Set(texts.flatMap((text, id) => (passes(text) ? [id] : [])));
  }
}
