import { formatDuration } from '../../core/base/zoned-time.ts';
import type { CompanionField, EntityCard } from '../../core/correlate/entity.ts';
import type { EntityField } from '../../core/query/filter.ts';
import type { Novelty } from '../../core/correlate/novelty.ts';
import { keyClass } from '../../core/record/access-key.ts';
import type { AddressClass } from '../../core/record/addresses.ts';
import { message } from '../../messages/message.svelte.ts';
import { fieldLabel, inSentence } from '../app/field-labels.ts';

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
    case 'other':
      return message('card.keyUnknown');
    case 'none':
      return message('card.keyNone');
    case undefined:
      return '';
  }
}

/** What a key is, where no event of the case hands it out; empty where there is nothing to say. */
export function originOf(accessKey: string): string {
  if (accessKey === '') return '';
  switch (keyClass(accessKey)) {
    case 'long-term':
      return message('details.longTerm');
    case 'temporary':
      return message('details.temporaryUnissued');
    case 'none':
      return message('details.noKeyId');
    case 'other':
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

/** "First event of this access key from this source IP, 41 d after the first event of this access key". */
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
