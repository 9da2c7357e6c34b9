import type { EventRef } from '../../core/base/units.ts';
import { tieBit, type Tie } from '../../core/correlate/correlation.ts';
import type { QueryPort } from '../query-port.ts';
import type { Emphasis } from './selection.svelte.ts';

const allBits = tieBit.sourceIp | tieBit.accessKey | tieBit.userAgent;

/** Asks which of some events stand out beside the chosen one: not 0 where they do. */
export function tiedBy(
  query: QueryPort,
  ref: EventRef,
  emphasis: Emphasis,
): (refs: Uint32Array, signal: AbortSignal) => Promise<Uint8Array> {
  return async (refs, signal) => {
    const bits = await query.ask('tied', { ref, refs }, signal);
    return emphasis === 'any' ? bits : bits.map((one) => (standsOut(one, emphasis) ? 1 : 0));
  };
}

function standsOut(bits: number, emphasis: Tie | 'allThree'): boolean {
  return emphasis === 'allThree' ? bits === allBits : (bits & tieBit[emphasis]) !== 0;
}
