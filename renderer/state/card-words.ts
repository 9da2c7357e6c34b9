import { formatDuration } from '../core/base/zoned-time.ts';
import type { CompanionField, Companions, EntityCard } from '../core/correlate/entity.ts';
import type { EntityField } from '../core/query/filter.ts';
import type { Novelty } from '../core/correlate/novelty.ts';
import type { AddressClass } from '../core/record/addresses.ts';
import { message } from '../messages/message.svelte.ts';
import { fieldLabel, inSentence } from './field-labels.ts';

/** What kind of address or key a card is of; empty for others. */
export function classInWords({ addressClass, keyClass, chain }: EntityCard): string {
  if (addressClass !== undefined) return addressInWords(addressClass);
  switch (keyClass) {
    case 'long-term':
      return message('card.keyLongTerm');
    case 'temporary':
      return chain.length === 0
        ? message('card.keyTemporaryUnissued')
        : message('card.keyTemporary');
    case 'unknown':
      return message('card.keyUnknown');
    case undefined:
      return '';
  }
}

function addressInWords(address: AddressClass): string {
  switch (address) {
    case 'public':
      return message('card.addressPublic');
    case 'private':
      return message('card.addressPrivate');
    case 'documentation':
      return message('card.addressDocumentation');
    case 'AWS service':
      return message('card.addressService');
    case 'AWS internal':
      return message('card.addressInternal');
    case 'not an address':
      return message('card.noAddress');
  }
}

/** "First use of this access key from this source IP, 41 d after its first use". */
export function noveltyInWords(of: EntityField, other: CompanionField, afterMs: number): string {
  return message('card.newWith', {
    what: inSentence(fieldLabel(of)),
    joint: message(`card.${other}`),
    after: formatDuration(afterMs),
  });
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
