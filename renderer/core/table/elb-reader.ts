import type { JsonScanner } from '../decode/json-scanner.ts';
import { elbResource, type ElbFields, type ElbResource } from '../record/elb-resource.ts';

/** What tells one call of Elastic Load Balancing from another, beside its parameters. */
export interface ElbCall {
  readonly scanner: JsonScanner;
  /** Ids of eventName, region, account and errorCode. */
  readonly ids: Uint32Array;
  /** Where requestParameters lie in the scanner's bytes. */
  readonly start: number;
  readonly end: number;
}

/** Longer parameters hardly recur; more calls than this are forgotten together, so memory is flat. */
const longestRemembered = 1024;
const mostRemembered = 8192;

/**
 * What calls name, found once for all that ask for the same: tools ask about the same load
 * balancers again and again, and parsing is what an ELB event costs.
 */
export class ElbReader {
  readonly #kind: number;
  readonly #found = new Map<number, ElbResource>();
  #calls = 0;

  /** `kind` is that of calls among the texts of the scanner. */
  constructor(kind: number) {
    this.#kind = kind;
  }

  /**
   * As `elbResource`. `call` is undefined where there is more to the event than a request, and
   * `fields` is asked for only where the call was not met before.
   */
  read(call: ElbCall | undefined, fields: () => ElbFields): ElbResource {
    if (call === undefined || call.end - call.start > longestRemembered) {
      return elbResource(fields());
    }
    const { scanner, ids, start, end } = call;
    const known = this.#found.get(scanner.numberBehind(this.#kind, ids, start, end));
    if (known !== undefined) return known;
    const found = elbResource(fields());
    if (this.#found.size === mostRemembered) this.#found.clear();
    this.#found.set(this.#calls, found);
    scanner.rememberBehind(this.#kind, start, end, this.#calls++);
    return found;
  }
}
