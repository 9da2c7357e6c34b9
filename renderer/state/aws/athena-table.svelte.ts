import {
  createTableStatement,
  newTableFault,
  type NewTable,
  type NewTableFault,
} from '../../core/athena/create-table.ts';
import { objectPlace } from '../../core/source/object-place.ts';

/** What is typed of a table to be made. */
interface TableDraft {
  address: string;
  accounts: string;
  regions: string;
  firstDay: string;
  name: string;
}

/** A table to be made over the logs of a trail: the statement is shown, and run only if told to. */
export class AthenaTable {
  readonly draft: TableDraft = $state({
    ...{ address: '', accounts: '', regions: '', firstDay: '' },
    name: 'trailwitness_trail',
  });
  readonly #database: string;

  constructor(database: string) {
    this.#database = database;
  }

  /** Why there is no statement yet. */
  get fault(): NewTableFault | undefined {
    return newTableFault(this.#table);
  }

  /** Undefined until all of it is given. */
  get sql(): string | undefined {
    return this.fault === undefined ? createTableStatement(this.#table) : undefined;
  }

  get #table(): NewTable {
    const { address, accounts, regions, firstDay, name } = this.draft;
    return {
      database: this.#database,
      table: name.trim(),
      place: objectPlace(address) ?? { bucket: '', prefix: '' },
      accounts: words(accounts),
      regions: words(regions),
      firstDay,
    };
  }
}

function words(text: string): readonly string[] {
  return text.split(/[\s,;]+/u).filter((word) => word !== '');
}
