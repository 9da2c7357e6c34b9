import type { Row } from '../base/units.ts';
import { parseElbArn } from '../record/elb-arn.ts';
import { flag } from '../table/columns.ts';
import type { ElbColumns } from './elb-columns.ts';

/** When load balancers were made and deleted, as far as successful calls in the case tell. */
export class LoadBalancerLives {
  /** The first row that names each resource; undefined for those of links alone. */
  readonly #firstRow: (Row | undefined)[] = [];
  readonly #firstNamed = new Map<string, Row>();
  readonly #created = new Map<string, Row>();
  readonly #deleted = new Map<string, Row>();
  /** Rows at which a classic load balancer was made again, by ARN. */
  readonly #madeAgain = new Map<string, Row[]>();
  /** Classic load balancers deleted and not made again so far. */
  readonly #gone = new Set<string>();

  constructor(columns: ElbColumns) {
    const { eventNames, resource, resources } = columns;
    const create = eventNames.indexOf('CreateLoadBalancer');
    const remove = eventNames.indexOf('DeleteLoadBalancer');
    for (let row = 0; row < resource.length; row++) {
      const id = resource[row] ?? 0;
      if (id === 0) continue;
      this.#firstRow[id] ??= row;
      const name = columns.eventName[row];
      if (name !== create && name !== remove) continue;
      if (((columns.flags[row] ?? 0) & flag.failed) !== 0) continue;
      for (const arn of (resources[id] ?? '').split('\n')) {
        if (name === create) this.#create(arn, row);
        else this.#delete(arn, row);
      }
    }
    this.#firstRow.forEach((row = 0, id) => {
      for (const text of (resources[id] ?? '').split('\n')) {
        this.#firstNamed.set(text, Math.min(row, this.#firstNamed.get(text) ?? row));
      }
    });
  }

  /** Ids of the resources that some row names. */
  namedIds(): readonly number[] {
    return Object.keys(this.#firstRow).map(Number);
  }

  /** The rows at which the second, third, … life of a classic load balancer begins. */
  laterLives(arn: string): readonly Row[] {
    return this.#madeAgain.get(arn) ?? [];
  }

  /**
   * The first row of a v2 load balancer's life: 0 where the case does not show its making. A
   * create that repeats an earlier one succeeds too, so one after other events proves nothing.
   */
  born(arn: string): Row {
    const created = this.#created.get(arn);
    return created !== undefined && created <= (this.#firstNamed.get(arn) ?? created) ? created : 0;
  }

  /** The row that deletes a v2 load balancer; Infinity where none does. */
  died(arn: string): Row {
    return this.#deleted.get(arn) ?? Infinity;
  }

  #create(arn: string, row: Row): void {
    if (!this.#created.has(arn)) this.#created.set(arn, row);
    if (!this.#gone.delete(arn)) return;
    const rows = this.#madeAgain.get(arn);
    if (rows === undefined) this.#madeAgain.set(arn, [row]);
    else rows.push(row);
  }

  #delete(arn: string, row: Row): void {
    // Deleting what is gone succeeds: the first deletion counts.
    if (!this.#deleted.has(arn)) this.#deleted.set(arn, row);
    if (parseElbArn(arn)?.kind === 'classic load balancer') this.#gone.add(arn);
  }
}
