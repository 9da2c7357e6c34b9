import type { TableMetadata, TablePlace } from '../../core/athena/trail-table.ts';
import type { AwsHost, Told, WorkGroup } from '../../host/host.ts';
import { message } from '../../messages/message.svelte.ts';
import type { AwsLink } from './aws-link.ts';
import { answered } from './aws-task.svelte.ts';

/** The steps from Athena to a table, each below the one before. */
export const placeLevels = ['workGroup', 'catalog', 'database', 'table'] as const;
export type PlaceLevel = (typeof placeLevels)[number];

/** Chosen without being asked, where there are several. */
const usual: Readonly<Partial<Record<PlaceLevel, string>>> = {
  workGroup: 'primary',
  catalog: 'AwsDataCatalog',
};

/** Where in Athena the trail is: names are listed step by step, and can be typed where they can't be. */
export class AthenaPlace {
  readonly link: AwsLink;
  readonly #onTable: (table: TableMetadata | undefined) => void;
  #names: Readonly<Partial<Record<PlaceLevel, readonly string[]>>> = $state.raw({});
  #chosen: Readonly<Partial<Record<PlaceLevel, string>>> = $state.raw({});
  #workGroup: WorkGroup | undefined = $state.raw();
  #isAsked = $state(false);

  /** `onTable` hears which table is chosen, with its columns, and that none is. */
  constructor(link: AwsLink, onTable: (table: TableMetadata | undefined) => void) {
    this.link = link;
    this.#onTable = onTable;
  }

  /** Something was asked of Athena. */
  get isAsked(): boolean {
    return this.#isAsked;
  }

  /** What can be chosen at a level; undefined: that isn't known. */
  names(level: PlaceLevel): readonly string[] | undefined {
    return this.#names[level];
  }

  /** Empty: nothing is chosen. */
  chosen(level: PlaceLevel): string {
    return this.#chosen[level] ?? '';
  }

  /** What the chosen workgroup sets. */
  get workGroup(): WorkGroup | undefined {
    return this.#workGroup;
  }

  /** The chosen place, as statements name it. */
  get place(): TablePlace {
    const [catalog, database, table] = [
      this.chosen('catalog'),
      this.chosen('database'),
      this.chosen('table'),
    ];
    return { catalog, database, table };
  }

  /** Lists the workgroups, and what is below those most likely meant. */
  list(): Promise<void> {
    this.#isAsked = true;
    return this.#run((signal) => this.#fill('workGroup', signal));
  }

  /** Chooses a name, and lists what is below it. */
  choose(level: PlaceLevel, name: string): Promise<void> {
    const below = placeLevels.slice(placeLevels.indexOf(level));
    const gone = new Set<string>(below);
    const kept = Object.entries(this.#chosen).filter(([of]) => !gone.has(of));
    const listed = Object.entries(this.#names).filter(([of]) => of === level || !gone.has(of));
    this.#chosen = { ...Object.fromEntries(kept), ...(name !== '' && { [level]: name }) };
    this.#names = Object.fromEntries(listed);
    this.#onTable(undefined);
    if (name === '') return Promise.resolve();
    return this.#run((signal) => this.#follow(level, name, signal));
  }

  /** Lists the tables anew, and chooses one. */
  chooseNewTable(name: string): Promise<void> {
    return this.#run(async (signal) => {
      await this.#list('table', signal);
      await this.#choose('table', name, signal);
    });
  }

  #run(step: (signal: AbortSignal) => Promise<void>): Promise<void> {
    return this.link.task.run(message('athena.listing'), step);
  }

  async #fill(level: PlaceLevel, signal: AbortSignal): Promise<void> {
    const names = await this.#list(level, signal);
    const expected = usual[level];
    const [only] = names;
    if (expected !== undefined && names.includes(expected)) {
      await this.#choose(level, expected, signal);
    } else if (only !== undefined && names.length === 1) {
      await this.#choose(level, only, signal);
    }
  }

  async #list(level: PlaceLevel, signal: AbortSignal): Promise<readonly string[]> {
    const names = answered(await this.#asked(level));
    signal.throwIfAborted();
    this.#names = { ...this.#names, [level]: names };
    return names;
  }

  async #choose(level: PlaceLevel, name: string, signal: AbortSignal): Promise<void> {
    this.#chosen = { ...this.#chosen, [level]: name };
    await this.#follow(level, name, signal);
  }

  async #follow(level: PlaceLevel, name: string, signal: AbortSignal): Promise<void> {
    const { connection } = this.#asking;
    if (level === 'table') {
      const told = await this.#aws.getTable({ ...this.#asking, table: name });
      signal.throwIfAborted();
      this.#onTable(answered(told));
      return;
    }
    if (level === 'workGroup') {
      this.#workGroup = undefined;
      const told = await this.#aws.getWorkGroup({ connection, workGroup: name });
      signal.throwIfAborted();
      this.#workGroup = answered(told);
    }
    const next = placeLevels[placeLevels.indexOf(level) + 1];
    if (next !== undefined) await this.#fill(next, signal);
  }

  #asked(level: PlaceLevel): Promise<Told<readonly string[]>> {
    const asking = this.#asking;
    const { connection, workGroup, catalog } = asking;
    switch (level) {
      case 'workGroup':
        return this.#aws.listWorkGroups({ connection });
      case 'catalog':
        return this.#aws.listCatalogs({ connection, workGroup });
      case 'database':
        return this.#aws.listDatabases({ connection, workGroup, catalog });
      case 'table':
        return this.#aws.listTables(asking);
    }
  }

  get #asking() {
    const { connection } = this.link.connected;
    const { catalog, database } = this.place;
    return { connection, workGroup: this.chosen('workGroup'), catalog, database };
  }

  get #aws(): AwsHost {
    return this.link.aws;
  }
}
