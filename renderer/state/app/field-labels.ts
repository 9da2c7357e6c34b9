import { visibleText } from '../../core/base/visible-text.ts';
import { loadBalancerLabel, targetGroupLabel } from '../../core/correlate/load-balancer-label.ts';
import { fileVerdicts } from '../../core/integrity/integrity-check.ts';
import { entityHue } from '../../core/layout/entity-hue.ts';
import { serviceLabel } from '../../core/record/service-label.ts';
import {
  entityFields,
  filterFields,
  type EntityField,
  type FilterField,
} from '../../core/query/filter.ts';
import { holdsLines, outcomes, type Outcome } from '../../core/table/columns.ts';
import { message } from '../../messages/message.svelte.ts';
import type { TableColumn } from './settings-schema.ts';

/** What a field or column is called in the window. */
export function fieldLabel(field: FilterField | TableColumn): string {
  return message(`fields.${field}`);
}

/** What an outcome is called in the window. */
export function outcomeName(outcome: Outcome): string {
  return message(`outcome.${outcome}`);
}

/** Whether a field's values are entities: they carry a colour dot, are pivoted to, and have a card. */
export function isEntity(field: string): field is EntityField {
  return entityFields.some((one) => one === field);
}

/** The values in a column's text: an event may name several load balancers, target groups and other resources. */
export function valuesIn(field: string, text: string): readonly string[] {
  return holdsLines(field) || field === 'resource' ? text.split('\n') : [text];
}

/** The colour of an entity's dot; undefined where the value is no entity, or is not there. */
export function hueOf(field: string, value: string): number | undefined {
  return value !== '' && isEntity(field) ? entityHue(value) : undefined;
}

/**
 * A value as it is shown on one line: hidden characters made visible, load balancers and services
 * by their short labels, and words in place of nothing.
 */
export function shownValue(field: string, value: string): string {
  if (value === '')
    return field === 'integrity' ? message('fields.notChecked') : message('fields.notInRecord');
  return visibleText(shortened(field, value));
}

function shortened(field: string, value: string): string {
  if (field === 'loadBalancer') return loadBalancerLabel(value);
  if (field === 'targetGroup') return targetGroupLabel(value);
  if (field === 'integrity') return verdictInWords(value);
  if (field === 'outcome') return outcomeInWords(value);
  return field === 'eventSource' ? serviceLabel(value) : value;
}

function verdictInWords(value: string): string {
  const verdict = fileVerdicts.find((one) => one === value);
  return verdict === undefined ? value : message(`verdict.${verdict}`);
}

function outcomeInWords(value: string): string {
  const outcome = outcomeNamed(value);
  return outcome === undefined ? value : outcomeName(outcome);
}

/** The outcome of this name, as the outcome field's values are. */
export function outcomeNamed(value: string): Outcome | undefined {
  return outcomes.find((outcome) => outcome === value);
}

/** Whether a filter can speak of this field. */
export function isFilterField(field: string): field is FilterField {
  return filterFields.some((one) => one === field);
}

/** A label within a sentence: `source IP`. */
export function inSentence(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}

/** Whether a field's values are identifiers, which are written in a fixed width. */
export function isIdentifier(field: string): boolean {
  return identifierFields.has(field);
}

const identifierFields: ReadonlySet<string> = new Set<TableColumn>([
  'sourceIp',
  'accessKey',
  'identity',
  'loadBalancer',
  'targetGroup',
  'resource',
  'account',
]);

/** How many characters at a value's end stay when it is shortened: what tells such values apart. */
export function keptEnd(field: string): number {
  if (
    field === 'principal' ||
    // The name comes before the id, and the id's end says least.
    holdsLines(field) ||
    field === 'eventName' ||
    field === 'errorCode' ||
    field === 'tool' ||
    field === 'userAgent'
  )
    return 0;
  return field === 'accessKey' ? 6 : 8;
}
