import { elbResource, type ElbFields, type ElbResource } from '../record/elb-resource.ts';
import { ByteInterner } from './byte-interner.ts';

/** What tells one call of Elastic Load Balancing from another, beside its parameters. */
export interface ElbCall {
  /** Ids of eventName, region, account and errorCode. */
  readonly ids: Uint32Array;
  /** Bytes of requestParameters. */
  readonly bytes: Uint8Array;
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
  #calls = new ByteInterner();
  #found: ElbResource[] = [];
  readonly #key = new Uint8Array(longestRemembered + 16);
  readonly #keyIds = new Uint32Array(this.#key.buffer, 0, 4);

  /**
   * As `elbResource`. `call` is undefined where there is more to the event than a request, and
   * `fields` is asked for only where the call was not met before.
   */
  read(call: ElbCall | undefined, fields: () => ElbFields): ElbResource {
    const known = call && this.#numberOf(call);
    if (known === undefined) return elbResource(fields());
    return (this.#found[known] ??= elbResource(fields()));
  }

  #numberOf({ ids, bytes, start, end }: ElbCall): number | undefined {
    if (end - start > longestRemembered) return undefined;
    if (this.#calls.size > mostRemembered) {
      this.#calls = new ByteInterner();
      this.#found = [];
    }
    this.#keyIds.set(ids);
    this.#key.set(bytes.subarray(start, end), 16);
    return this.#calls.intern(this.#key, 0, 16 + end - start);
  }
}
