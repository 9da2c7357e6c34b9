import { formatDuration } from '../core/base/zoned-time.ts';
import type { Companions, EntityCard } from '../core/correlate/entity.ts';
import type { EntityField } from '../core/query/filter.ts';
import type { Novelty } from '../core/correlate/novelty.ts';
import type { AddressClass } from '../core/record/addresses.ts';
import { fieldLabels, inSentence } from './field-labels.ts';

const addressWords: Readonly<Record<AddressClass, string>> = {
  public: 'public address',
  private: 'private address: within a network, or through a VPC endpoint',
  documentation: 'address set aside for documentation: made-up or blacked-out evidence',
  'AWS service': 'AWS service that called for someone',
  'AWS internal': 'AWS itself, such as the console’s own calls',
  'not an address': 'no address',
};

/** What kind of address or key a card is of; empty for others. */
export function classInWords({ addressClass, keyClass, chain }: EntityCard): string {
  if (addressClass !== undefined) return addressWords[addressClass];
  if (keyClass === 'long-term') return 'long-term key (AKIA): good until it is deleted';
  if (keyClass === 'temporary') {
    const issuer = chain.length === 0 ? '; no event of the case hands it out' : '';
    return `temporary key (ASIA)${issuer}`;
  }
  return keyClass === 'unknown' ? 'key of a kind that is not known' : '';
}

/** How a field stands to another in "first use of this key from this address". */
const joints: Readonly<Record<string, string>> = {
  sourceIp: 'from this source IP',
  accessKey: 'with this access key',
  principal: 'by this principal',
  identity: 'in this identity',
  tool: 'with this tool',
  loadBalancer: 'on this load balancer',
  targetGroup: 'on this target group',
  eventName: 'for this action',
};

/** "First use of this access key from this source IP, 41 d after its first use". */
export function noveltyInWords(of: EntityField, other: string, afterMs: number): string {
  const what = inSentence(fieldLabels[of]);
  const after = formatDuration(afterMs);
  return `First use of this ${what} ${joints[other] ?? ''}, ${after} after its first use`;
}

/** What is new with an event, each in a sentence. */
export function eventNovelties(novelty: readonly Novelty[], eventTime: number): readonly string[] {
  return novelty.map((one) => noveltyInWords(one.of, one.with, eventTime - one.since));
}

/** A companion met this long after an entity's first use is called new. */
const newAfterMs = 3_600_000;
const mostNew = 4;
/** New company is worth a sentence; what it was for is in the lists. */
const actors: ReadonlySet<string> = new Set(['sourceIp', 'accessKey', 'principal', 'tool']);

/** Companions that an entity met long after its first use, the latest first. */
export function newCompanions(card: EntityCard): readonly {
  readonly field: Companions['field'];
  readonly value: string;
  readonly ref: number;
  readonly words: string;
}[] {
  const since = card.all.firstSeen ?? 0;
  return card.seenWith
    .filter(({ field }) => actors.has(field))
    .flatMap(({ field, values }) =>
      values.map((one) => ({
        field,
        value: one.value,
        ref: one.first,
        after: one.firstSeen - since,
        words: noveltyInWords(card.field, field, one.firstSeen - since),
      })),
    )
    .filter(({ after }) => after >= newAfterMs)
    .sort((a, b) => b.after - a.after)
    .slice(0, mostNew);
}
